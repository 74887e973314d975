package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.libvirt.xml.LastingXml;
import io.github.ingotvm.libvirt.xml.MarkXml;
import io.github.ingotvm.libvirt.xml.PluggedDisk;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;

final class LibvirtMachines implements Machines {
    private static final int UNDEFINE_MANAGED_SAVE = 1;
    private static final int UNDEFINE_SNAPSHOTS_METADATA = 2;
    private static final int UNDEFINE_KEEP_NVRAM = 8;
    private static final int UNDEFINE_CHECKPOINTS_METADATA = 16;
    private static final int METADATA_TITLE = 1;
    private static final int METADATA_ELEMENT = 2;
    private static final int AFFECT_LIVE = 1;
    private static final int AFFECT_CONFIG = 2;

    private final Connection connection;
    private final MachineReader reader;

    LibvirtMachines(Connection connection, MachineReader reader) {
        this.connection = connection;
        this.reader = reader;
    }

    @Override
    public List<VirtualMachine> list() {
        return reader.all();
    }

    @Override
    public Optional<VirtualMachine> find(MachineId id) {
        Optional<Dom> found = Dom.find(connection, id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Dom dom = found.get()) {
            return reader.read(dom);
        }
    }

    @Override
    public List<Name> names() {
        return reader.names();
    }

    @Override
    public MachineId define(Definition definition) {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            DomainPointer defined = Virt.X.virDomainDefineXML(lease.get(), LastingXml.of(definition.document()));
            if (defined == null) {
                LibvirtError error = Errors.lastError(); // before another call would clear it
                throw Errors.translate(error, "define " + reader.nameForPeople(definition));
            }
            try (Dom dom = new Dom(defined)) {
                return dom.id();
            }
        }
    }

    @Override
    public void undefine(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            if (dom.isActive()) { // libvirt would make it a transient one
                throw dom.wrongState("“" + dom.name() + "” is running; shut it down before it is deleted.");
            }
            int flags = UNDEFINE_MANAGED_SAVE
                    | UNDEFINE_SNAPSHOTS_METADATA
                    | UNDEFINE_KEEP_NVRAM
                    | UNDEFINE_CHECKPOINTS_METADATA;
            dom.check(Virt.X.virDomainUndefineFlags(dom.pointer(), flags), "remove");
        }
    }

    @Override
    public void rename(MachineId id, String name) {
        try (Dom dom = Dom.of(connection, id)) {
            if (dom.name().equals(name)) {
                return;
            }
            if (dom.isActive()) {
                throw dom.wrongState("“" + dom.name() + "” is running; shut it down before its name is changed.");
            }
            dom.check(Virt.X.virDomainRename(dom.pointer(), name, 0), "rename");
        }
    }

    @Override
    public void setTitle(MachineId id, String title) {
        if (title.lines().count() > 1 || title.endsWith("\n") || title.endsWith("\r")) {
            throw new HypervisorException(Kind.INVALID, "A title may not have line breaks; take them out.");
        }
        setMetadata(id, METADATA_TITLE, title.isEmpty() ? null : title, null, null);
    }

    @Override
    public void setMark(MachineId id, Mark mark) {
        setMetadata(id, METADATA_ELEMENT, MarkXml.writeBare(mark), MarkXml.PREFIX, MarkXml.NAMESPACE);
    }

    @Override
    public void plugIn(MachineId id, String target, String path) {
        try (Dom dom = Dom.of(connection, id)) {
            if (!dom.isActive()) {
                throw dom.wrongState("“" + dom.name() + "” is off; start it, or change its definition.");
            }
            String disk = PluggedDisk.of(new Definition(dom.xml(Dom.XML_SECURE)), target, path);
            // libvirt tries the definition on a copy, plugs in, and keeps the copy: both or neither.
            int flags = AFFECT_LIVE | (dom.isPersistent() ? AFFECT_CONFIG : 0);
            if (Virt.X.virDomainAttachDeviceFlags(dom.pointer(), disk, flags) < 0) {
                throw plugFailure(dom.failure("plug a disk into"), dom.name());
            }
        }
    }

    private static HypervisorException plugFailure(HypervisorException e, String name) {
        if (Errors.says(e, "No more available PCI slots")) {
            return new HypervisorException(
                    Kind.UNSUPPORTED,
                    "“" + name + "” has no free place for another disk while it runs; shut it down, then add the disk.",
                    e);
        }
        if (Errors.says(e, "cannot be hotplugged") || Errors.says(e, "does not support hotplugging")) {
            return new HypervisorException(
                    Kind.UNSUPPORTED,
                    "The disks of “" + name
                            + "” are on a bus that takes none while it runs; shut it down, then add the disk.",
                    e);
        }
        return Errors.says(e, "already exists") ? new HypervisorException(Kind.EXISTS, e.getMessage(), e) : e;
    }

    private void setMetadata(
            MachineId id, int type, @Nullable String value, @Nullable String prefix, @Nullable String namespace) {
        try (Dom dom = Dom.of(connection, id)) {
            boolean active = dom.isActive();
            int flags = (active ? AFFECT_LIVE : 0) | (!active || dom.isPersistent() ? AFFECT_CONFIG : 0);
            dom.check(
                    Virt.X.virDomainSetMetadata(dom.pointer(), type, value, prefix, namespace, flags),
                    "write the metadata of");
        }
    }
}
