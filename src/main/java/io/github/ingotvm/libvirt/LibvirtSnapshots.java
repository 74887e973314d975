package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Snapshots;
import io.github.ingotvm.libvirt.xml.DomainReader;
import io.github.ingotvm.libvirt.xml.SnapshotXml;
import io.github.ingotvm.libvirt.xml.VolumePaths;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.HypervisorEvent.MachineChanged;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Snapshot.Consistency;
import io.github.ingotvm.model.SnapshotId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libvirt.jna.CString;
import org.libvirt.jna.DomainSnapshotPointer;

final class LibvirtSnapshots implements Snapshots {
    private static final int CREATE_REDEFINE = 1;
    private static final int CREATE_CURRENT = 2;
    private static final int CREATE_DISK_ONLY = 16;
    private static final int CREATE_REUSE_EXT = 32;
    private static final int CREATE_QUIESCE = 64;
    private static final int CREATE_ATOMIC = 128;
    private static final int DELETE_METADATA_ONLY = 2;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Connection connection;
    private final EventHub hub;
    private final VolumePaths volumes;

    LibvirtSnapshots(Connection connection, EventHub hub, VolumePaths volumes) {
        this.connection = connection;
        this.hub = hub;
        this.volumes = volumes;
    }

    @Override
    public List<Snapshot> list(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
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
    }

    @Override
    public Optional<Snapshot> find(MachineId id, SnapshotId snapshot) {
        try (Dom dom = Dom.of(connection, id)) {
            DomainSnapshotPointer found = Virt.X.virDomainSnapshotLookupByName(dom.pointer(), snapshot.value(), 0);
            if (found == null) {
                return absent(dom.failure("find a snapshot of"));
            }
            try (Handle<DomainSnapshotPointer> handle = new Handle<>(found, Virt.X::virDomainSnapshotFree)) {
                String xml = xml(dom, handle);
                boolean current = dom.check(Virt.X.virDomainSnapshotIsCurrent(found, 0), "read a snapshot of") == 1;
                return Optional.of(SnapshotXml.read(xml, current, volumes));
            } catch (HypervisorException e) {
                return absent(e); // removed meanwhile
            }
        }
    }

    private static Optional<Snapshot> absent(HypervisorException e) {
        if (e.kind() == Kind.NOT_FOUND) {
            return Optional.empty();
        }
        throw e;
    }

    @Override
    public Snapshot create(MachineId id, SnapshotRequest request) {
        requireId(request.id());
        try (Dom dom = Dom.of(connection, id)) {
            boolean active = dom.isActive();
            if (!active && (request.memory().isPresent() || request.quiesce())) {
                throw dom.wrongState(
                        "“" + dom.name() + "” is off, so it has neither memory nor file systems to freeze.");
            }
            requireNew(dom, request.id());
            Hardware hardware = hardware(dom, active);
            requireAllWritableDisks(dom, hardware, request);
            String xml = SnapshotXml.compose(
                    request,
                    consistency(active, request),
                    hardware.disks().stream().map(Disk::target).toList());
            int flags = CREATE_ATOMIC
                    | CREATE_REUSE_EXT
                    | (request.memory().isPresent() ? 0 : CREATE_DISK_ONLY)
                    | (request.quiesce() ? CREATE_QUIESCE : 0);
            // Before QEMU 10.1 memory cannot be saved while that channel is there.
            Optional<String> clipboard = request.memory().isPresent() ? ClipboardChannel.unplug(dom) : Optional.empty();
            try (Handle<DomainSnapshotPointer> made = create(dom, request, xml, flags)) {
                return SnapshotXml.read(xml(dom, made), true, volumes);
            } finally {
                clipboard.ifPresent(channel -> ClipboardChannel.putBack(dom, channel));
                hub.publish(new MachineChanged(id));
            }
        }
    }

    private static Handle<DomainSnapshotPointer> create(Dom dom, SnapshotRequest request, String xml, int flags) {
        DomainSnapshotPointer snapshot = Virt.X.virDomainSnapshotCreateXML(dom.pointer(), xml, flags);
        if (snapshot == null) {
            throw createFailure(dom, request);
        }
        return new Handle<>(snapshot, Virt.X::virDomainSnapshotFree);
    }

    @Override
    public void describe(MachineId id, SnapshotId snapshot, String name, String note) {
        try (Dom dom = Dom.of(connection, id);
                Handle<DomainSnapshotPointer> handle = lookup(dom, snapshot)) {
            boolean current = snapshot.value().equals(currentName(dom));
            redefine(dom, SnapshotXml.describe(xml(dom, handle), name, note), current);
        }
    }

    @Override
    public void makeCurrent(MachineId id, SnapshotId snapshot) {
        try (Dom dom = Dom.of(connection, id);
                Handle<DomainSnapshotPointer> handle = lookup(dom, snapshot)) {
            redefine(dom, xml(dom, handle), true);
        }
    }

    /**
     * libvirt gives the children of what it forgets to the parent, and then also rewrites the definitions of all descendants as if
     * the forgotten layer had been merged into its base (libvirt 9.0), so that they would name the wrong images. Nothing has
     * descendants any more once its children have been moved by ourselves; a stop half-way leaves a whole tree.
     */
    @Override
    public void forget(MachineId id, SnapshotId snapshot) {
        List<Snapshot> all = list(id);
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

    @Override
    public void revertInternal(MachineId id, SnapshotId snapshot) {
        try (Dom dom = Dom.of(connection, id);
                Handle<DomainSnapshotPointer> handle = lookup(dom, snapshot)) {
            dom.check(Virt.X.virDomainRevertToSnapshot(handle.get(), 0), "revert");
            hub.publish(new MachineChanged(id));
        }
    }

    private void redefine(Dom dom, String xml, boolean current) {
        int flags = CREATE_REDEFINE | (current ? CREATE_CURRENT : 0);
        DomainSnapshotPointer snapshot =
                dom.check(Virt.X.virDomainSnapshotCreateXML(dom.pointer(), xml, flags), "change the snapshots of");
        Virt.X.virDomainSnapshotFree(snapshot);
        hub.publish(new MachineChanged(dom.id()));
    }

    private static Handle<DomainSnapshotPointer> lookup(Dom dom, SnapshotId snapshot) {
        DomainSnapshotPointer pointer = Virt.X.virDomainSnapshotLookupByName(dom.pointer(), snapshot.value(), 0);
        return new Handle<>(dom.check(pointer, "find a snapshot of"), Virt.X::virDomainSnapshotFree);
    }

    private static String xml(Dom dom, Handle<DomainSnapshotPointer> handle) {
        return dom.check(Virt.X.virDomainSnapshotGetXMLDesc(handle.get(), Dom.XML_SECURE), "read a snapshot of")
                .toString();
    }

    /** Empty when none is. */
    private static String currentName(Dom dom) {
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

    private Hardware hardware(Dom dom, boolean active) {
        String xml = active ? dom.xml(Dom.XML_SECURE) : dom.persistentXml();
        return DomainReader.of(new Definition(xml), volumes).hardware();
    }

    private static void requireId(SnapshotId id) {
        if (!ID.matcher(id.value()).matches()) {
            throw new HypervisorException(
                    Kind.INVALID,
                    "“" + id
                            + "” cannot be a snapshot's id; use at most 100 letters, digits, dots, hyphens and underscores.");
        }
    }

    /** libvirt says of a taken name only that it is an internal error. */
    private static void requireNew(Dom dom, SnapshotId id) {
        DomainSnapshotPointer taken = Virt.X.virDomainSnapshotLookupByName(dom.pointer(), id.value(), 0);
        if (taken != null) {
            Virt.X.virDomainSnapshotFree(taken);
            throw new HypervisorException(
                    Kind.EXISTS, "“" + dom.name() + "” has a snapshot with the id " + id + " already; choose another.");
        }
    }

    private static void requireAllWritableDisks(Dom dom, Hardware hardware, SnapshotRequest request) {
        Set<String> writable =
                hardware.writableDisks().stream().map(Disk::target).collect(Collectors.toSet());
        if (!writable.equals(request.overlays().keySet())) {
            throw new HypervisorException(
                    Kind.INVALID,
                    "A snapshot of “" + dom.name() + "” must go on with new images for exactly " + writable + ".");
        }
    }

    private static Consistency consistency(boolean active, SnapshotRequest request) {
        if (!active) {
            return Consistency.OFF;
        }
        if (request.memory().isPresent()) {
            return Consistency.MEMORY;
        }
        return request.quiesce() ? Consistency.QUIESCED : Consistency.CRASH_CONSISTENT;
    }

    private static HypervisorException createFailure(Dom dom, SnapshotRequest request) {
        HypervisorException e = dom.failure("take a snapshot of");
        if (request.quiesce() && e.kind() != Kind.DISCONNECTED && e.kind() != Kind.NO_SPACE) {
            return new HypervisorException(
                    Kind.FAILED,
                    "The guest of “" + dom.name()
                            + "” could not freeze its file systems; take the snapshot without that, or install its agent.",
                    e);
        }
        return e;
    }
}
