package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Mark;
import org.w3c.dom.Element;

/** Changes to a domain's definition. What is not named in the edit stays, understood or not. */
public final class DomainEditor {
    private DomainEditor() {}

    /** {@code INVALID} when the definition cannot be read or has not what shall be changed. */
    public static Definition edit(Definition definition, DefinitionEdit edit) {
        Element domain = Xml.parse(definition.document(), "domain");
        edit.identity().ifPresent(identity -> IdentityEdit.apply(domain, identity));
        edit.name().ifPresent(name -> Xml.demand(domain, "name").setTextContent(name));
        edit.title().ifPresent(title -> setTitle(domain, title));
        edit.disks().forEach((target, path) -> DiskEdit.setImage(domain, target, path));
        edit.nvram().ifPresent(path -> setNvram(domain, path));
        edit.mark().ifPresent(mark -> setMark(domain, mark));
        edit.onReboot().ifPresent(what -> setOnReboot(domain, what));
        DriveEdit.apply(domain, edit.drives());
        if (edit.media() != DefinitionEdit.Media.KEEP) {
            DiskEdit.eject(domain);
        }
        if (edit.media() == DefinitionEdit.Media.EJECT_AND_START_DISKS) {
            Xml.find(domain, "os").ifPresent(os -> Xml.remove(os, "kernel", "initrd", "cmdline"));
        }
        edit.memory().ifPresent(bytes -> ResourceEdit.setMemory(domain, bytes));
        edit.cpus().ifPresent(cpus -> ResourceEdit.setCpus(domain, cpus));
        return new Definition(XmlWriter.write(domain));
    }

    static void setTitle(Element domain, String title) {
        if (title.isEmpty()) {
            Xml.remove(domain, "title");
        } else {
            Xml.demand(domain, "title").setTextContent(title);
        }
    }

    private static void setMark(Element domain, Mark mark) {
        MarkXml.element(domain).ifPresent(Xml::drop);
        Xml.adopt(Xml.demand(domain, "metadata"), Xml.parse(MarkXml.write(mark), MarkXml.PREFIX + ":" + MarkXml.ROOT));
    }

    private static void setOnReboot(Element domain, OnReboot what) {
        Xml.demand(domain, "on_reboot").setTextContent(what == OnReboot.DESTROY ? "destroy" : "restart");
    }

    static void setNvram(Element domain, String path) {
        Element nvram = Xml.demand(Xml.demand(domain, "os"), "nvram");
        nvram.removeAttribute("type"); // path as content is the one form that every libvirt reads
        nvram.setTextContent(path);
    }
}
