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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libvirt.jna.DomainSnapshotPointer;

final class LibvirtSnapshots implements Snapshots {
    private static final int LIST_HAS_SNAPSHOT = 1 << 12;
    private static final int CREATE_DISK_ONLY = 16;
    private static final int CREATE_REUSE_EXT = 32;
    private static final int CREATE_QUIESCE = 64;
    private static final int CREATE_ATOMIC = 128;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Connection connection;
    private final EventHub hub;
    private final VolumePaths volumes;
    private final SnapshotTree tree;

    LibvirtSnapshots(Connection connection, EventHub hub, VolumePaths volumes) {
        this.connection = connection;
        this.hub = hub;
        this.volumes = volumes;
        this.tree = new SnapshotTree(connection, hub, volumes);
    }

    @Override
    public List<Snapshot> list(MachineId id) {
        return tree.list(id);
    }

    @Override
    public Map<MachineId, List<Snapshot>> all() {
        Map<MachineId, List<Snapshot>> all = new HashMap<>();
        Dom.each(connection, LIST_HAS_SNAPSHOT, dom -> all.put(dom.id(), tree.list(dom)));
        return all;
    }

    @Override
    public Optional<Snapshot> find(MachineId id, SnapshotId snapshot) {
        try (Dom dom = Dom.of(connection, id)) {
            DomainSnapshotPointer found = Virt.X.virDomainSnapshotLookupByName(dom.pointer(), snapshot.value(), 0);
            if (found == null) {
                return absent(dom.failure("find a snapshot of"));
            }
            try (Handle<DomainSnapshotPointer> handle = new Handle<>(found, Virt.X::virDomainSnapshotFree)) {
                String xml = SnapshotTree.xml(dom, handle);
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
            Optional<String> clipboard =
                    request.memory().isPresent() ? ClipboardChannel.takeAway(dom) : Optional.empty();
            try (Handle<DomainSnapshotPointer> made = create(dom, request, xml, flags)) {
                return SnapshotXml.read(SnapshotTree.xml(dom, made), true, volumes);
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
                Handle<DomainSnapshotPointer> handle = SnapshotTree.lookup(dom, snapshot)) {
            boolean current = snapshot.value().equals(SnapshotTree.currentName(dom));
            tree.redefine(dom, SnapshotXml.describe(SnapshotTree.xml(dom, handle), name, note), current);
        }
    }

    @Override
    public void makeCurrent(MachineId id, SnapshotId snapshot) {
        tree.makeCurrent(id, snapshot);
    }

    @Override
    public void makeNoneCurrent(MachineId id) {
        tree.makeNoneCurrent(id);
    }

    @Override
    public Snapshot adopt(MachineId id, Adoption adoption) {
        String xml;
        try (Dom from = Dom.of(connection, adoption.from());
                Handle<DomainSnapshotPointer> handle = SnapshotTree.lookup(from, adoption.snapshot())) {
            xml = SnapshotTree.xml(from, handle);
        }
        try (Dom dom = Dom.of(connection, id)) {
            requireNew(dom, adoption.snapshot());
            tree.redefine(dom, SnapshotXml.adopted(xml, adoption, dom.name()), false);
        }
        return find(id, adoption.snapshot())
                .orElseThrow(() -> new HypervisorException(
                        Kind.NOT_FOUND, "The snapshot was deleted by somebody else meanwhile."));
    }

    @Override
    public Snapshot record(MachineId id, Lost lost) {
        requireId(lost.snapshot());
        Hardware frozen = DomainReader.of(lost.definition(), volumes).hardware();
        try (Dom dom = Dom.of(connection, id)) {
            requireNew(dom, lost.snapshot());
            List<String> targets =
                    frozen.writableDisks().stream().map(Disk::target).toList();
            tree.redefine(dom, SnapshotXml.recorded(lost, targets), false);
        }
        return find(id, lost.snapshot())
                .orElseThrow(() -> new HypervisorException(
                        Kind.NOT_FOUND, "The snapshot was deleted by somebody else meanwhile."));
    }

    @Override
    public void relocate(MachineId id, SnapshotId snapshot, String image, String to) {
        try (Dom dom = Dom.of(connection, id);
                Handle<DomainSnapshotPointer> handle = SnapshotTree.lookup(dom, snapshot)) {
            boolean current = snapshot.value().equals(SnapshotTree.currentName(dom));
            tree.redefine(dom, SnapshotXml.relocated(SnapshotTree.xml(dom, handle), image, to), current);
        }
    }

    @Override
    public void forget(MachineId id, SnapshotId snapshot) {
        tree.forget(id, snapshot);
    }

    @Override
    public void revertInternal(MachineId id, SnapshotId snapshot) {
        try (Dom dom = Dom.of(connection, id);
                Handle<DomainSnapshotPointer> handle = SnapshotTree.lookup(dom, snapshot)) {
            dom.check(Virt.X.virDomainRevertToSnapshot(handle.get(), 0), "revert");
            hub.publish(new MachineChanged(id));
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
