package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** The definition inside a memory file, for a machine that shall go on from it today. */
public final class RestoreXml {
    private RestoreXml() {}

    /**
     * @param saved what the memory file says the machine was
     * @param persistent what the machine is: its title, metadata and place of the firmware's variables are taken
     * @param disks drive target to the image it continues on
     * @throws HypervisorException {@code WRONG_STATE} when the two are not the same machine by name
     */
    public static String adapt(String saved, String persistent, Map<String, String> disks) {
        Element domain = Xml.parse(saved, "domain");
        Element today = Xml.parse(persistent, "domain");
        requireSameName(domain, today);
        disks.forEach((target, path) -> DiskEdit.setImage(domain, target, path));
        DomainEditor.setTitle(domain, Xml.text(today, "title").orElse(""));
        // Else it would go on writing the variables of the state that was left, and an undo would find them changed.
        DomainReader.nvram(today).ifPresent(path -> DomainEditor.setNvram(domain, path));
        Xml.remove(domain, "metadata");
        Optional<Element> metadata = Xml.find(today, "metadata");
        metadata.ifPresent(e -> Xml.adopt(domain, e));
        return XmlWriter.write(domain);
    }

    private static void requireSameName(Element saved, Element today) {
        String then = Xml.text(saved, "name").orElse("");
        String now = Xml.text(today, "name").orElse("");
        if (!then.equals(now)) {
            throw new HypervisorException(
                    Kind.WRONG_STATE,
                    "“%s” was named “%s” when its memory was kept, and can only go on under that name; rename it back or revert without memory."
                            .formatted(now, then));
        }
    }
}
