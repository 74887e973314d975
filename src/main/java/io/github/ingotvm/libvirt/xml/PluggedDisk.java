package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import org.w3c.dom.Element;

/** The disk that a running domain is to be given. */
public final class PluggedDisk {
    private PluggedDisk() {}

    /**
     * The element to plug in: the same that a domain which is off would get. {@code EXISTS} when the target is taken.
     *
     * @param definition what runs now, or what will at the next start
     */
    public static String of(Definition definition, String target, String path) {
        Definition edited =
                DomainEditor.edit(definition, DefinitionEdit.NONE.drives(DriveChanges.NONE.with(target, path)));
        Element devices = Xml.demand(Xml.parse(edited.document(), "domain"), "devices");
        return Xml.children(devices, "disk").stream()
                .filter(d -> Xml.find(d, "target")
                        .filter(t -> t.getAttribute("dev").equals(target))
                        .isPresent())
                .findFirst()
                .map(XmlWriter::write)
                .orElseThrow(() -> new HypervisorException(Kind.INVALID, "The machine cannot be given a disk."));
    }
}
