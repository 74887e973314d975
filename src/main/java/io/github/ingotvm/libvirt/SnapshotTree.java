package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.libvirt.xml.SnapshotXml;
import io.github.ingotvm.libvirt.xml.VolumePaths;
import io.github.ingotvm.model.HypervisorEvent.MachineChanged;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirt.jna.CString;
import org.libvirt.jna.DomainSnapshotPointer;

/** How a machine's snapshots hang together, and which of them is current. */
final class SnapshotTree {
    private static final int CREATE_REDEFINE = 1;
    private static final int CREATE_CURRENT = 2;
    private static final int DELETE_METADATA_ONLY = 2;

    /** Of a record that comes and goes at once; never shown. */
    private static final SnapshotId NONE = new SnapshotId("ingot-none");

    private final Connection connection;
    private final EventHub hub;
    private final VolumePaths volumes;

    SnapshotTree(Connection connection, EventHub hub, VolumePaths volumes) {
        this.connection = connection;
        this.hub = hub;
        this.volumes = volumes;
    }

    List<Snapshot> list(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            return list(dom);
        }
    }

    List<Snapshot> list(Dom dom) {
        return everything(dom).stream().filter(s -> !s.id().equals(NONE)).toList();
    }

    private List<Snapshot> everything(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            return everything(dom);
        }
    }

    private List<Snapshot> everything(Dom dom) {
        try (ObjectArray.Owned<DomainSnapshotPointer> all = SnapshotHandles.of(dom)) {
            String current = all.all().isEmpty() ? "" : currentName(dom);
            List<Snapshot> snapshots = new ArrayList<>();
            for (DomainSnapshotPointer pointer : all.all()) {
                CString text = Virt.X.virDomainSnapshotGetXMLDesc(pointer, Dom.XML_SECURE);
                if (text != null) { // else removed meanwhile
                    String name = Virt.X.virDomainSnapshotGetName(pointer);
                    snapshots.add(SnapshotXml.read(text.toString(), current.equals(name), volumes));
                }
            }
            return List.copyOf(snapshots);
        }
    }

    void makeCurrent(MachineId id, SnapshotId snapshot) {
        try (Dom dom = Dom.of(connection, id);
                Handle<DomainSnapshotPointer> handle = lookup(dom, snapshot)) {
            redefine(dom, xml(dom, handle), true);
        }
    }

    /**
     * libvirt has no word for it, but the parent of what it forgets becomes current: a record without a parent is made current and
     * forgotten. Should Ingot end in between, the record stays, unseen, until the next time.
     */
    void makeNoneCurrent(MachineId id) {
        Optional<Snapshot> current =
                everything(id).stream().filter(Snapshot::current).findFirst();
        if (current.isEmpty()) {
            return;
        }
        try (Dom dom = Dom.of(connection, id);
                Handle<DomainSnapshotPointer> handle = lookup(dom, current.get().id())) {
            redefine(dom, SnapshotXml.rootNamed(NONE.value(), xml(dom, handle)), true);
        }
        forget(id, NONE);
    }

    /**
     * libvirt gives the children of what it forgets to the parent, and then also rewrites the definitions of all descendants as if
     * the forgotten layer had been merged into its base (libvirt 9.0), so that they would name the wrong images. Nothing has
     * descendants any more once its children have been moved by ourselves; a stop half-way leaves a whole tree.
     */
    void forget(MachineId id, SnapshotId snapshot) {
        List<Snapshot> all = everything(id);
        Optional<SnapshotId> parent =
                all.stream().filter(s -> s.id().equals(snapshot)).findFirst().flatMap(Snapshot::parent);
        try (Dom dom = Dom.of(connection, id);
                Handle<DomainSnapshotPointer> handle = lookup(dom, snapshot)) {
            for (Snapshot child : all) {
                if (child.parent().equals(Optional.of(snapshot))) {
                    move(dom, child, parent);
                }
            }
            dom.check(Virt.X.virDomainSnapshotDelete(handle.get(), DELETE_METADATA_ONLY), "forget a snapshot of");
            hub.publish(new MachineChanged(id));
        }
    }

    private void move(Dom dom, Snapshot child, Optional<SnapshotId> parent) {
        try (Handle<DomainSnapshotPointer> handle = lookup(dom, child.id())) {
            redefine(dom, SnapshotXml.reparent(xml(dom, handle), parent), child.current());
        }
    }

    void redefine(Dom dom, String xml, boolean current) {
        int flags = CREATE_REDEFINE | (current ? CREATE_CURRENT : 0);
        DomainSnapshotPointer snapshot =
                dom.check(Virt.X.virDomainSnapshotCreateXML(dom.pointer(), xml, flags), "change the snapshots of");
        Virt.X.virDomainSnapshotFree(snapshot);
        hub.publish(new MachineChanged(dom.id()));
    }

    static Handle<DomainSnapshotPointer> lookup(Dom dom, SnapshotId snapshot) {
        DomainSnapshotPointer pointer = Virt.X.virDomainSnapshotLookupByName(dom.pointer(), snapshot.value(), 0);
        return new Handle<>(dom.check(pointer, "find a snapshot of"), Virt.X::virDomainSnapshotFree);
    }

    static String xml(Dom dom, Handle<DomainSnapshotPointer> handle) {
        return dom.check(Virt.X.virDomainSnapshotGetXMLDesc(handle.get(), Dom.XML_SECURE), "read a snapshot of")
                .toString();
    }

    /** Empty when none is. */
    static String currentName(Dom dom) {
        DomainSnapshotPointer pointer = Virt.X.virDomainSnapshotCurrent(dom.pointer(), 0);
        if (pointer == null) {
            HypervisorException e = dom.failure("read the snapshots of");
            if (e.kind() == Kind.NOT_FOUND) {
                return "";
            }
            throw e;
        }
        try (Handle<DomainSnapshotPointer> handle = new Handle<>(pointer, Virt.X::virDomainSnapshotFree)) {
            String name = Virt.X.virDomainSnapshotGetName(handle.get());
            return name == null ? "" : name;
        }
    }
}
