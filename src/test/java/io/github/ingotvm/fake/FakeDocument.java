package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.KernelBoot;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Nic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fake host's own kind of definition: lines of {@code key=value}. Lines that nobody understands are kept. */
final class FakeDocument {
    private final Map<String, String> lines;

    FakeDocument(Map<String, String> lines) {
        this.lines = new LinkedHashMap<>(lines);
    }

    static FakeDocument parse(Definition definition) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : definition.document().lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                lines.put(line.substring(0, equals), unescape(line.substring(equals + 1)));
            } else if (!line.isBlank()) {
                throw invalid(line);
            }
        }
        if (!lines.containsKey("name") || !lines.containsKey("uuid")) {
            throw invalid("it has no name or no uuid");
        }
        return new FakeDocument(lines);
    }

    /** What its screen speaks. */
    String screen() {
        return lines.getOrDefault("screen", "vnc");
    }

    private static HypervisorException invalid(String why) {
        return new HypervisorException(
                Kind.INVALID, "The machine's definition cannot be read (" + why + "); correct it.");
    }

    Definition print() {
        return new Definition(lines.entrySet().stream()
                .map(e -> e.getKey() + "=" + escape(e.getValue()) + "\n")
                .collect(Collectors.joining()));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    FakeDocument copy() {
        return new FakeDocument(lines);
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(lines.get(key));
    }

    boolean has(String key) {
        return lines.containsKey(key);
    }

    /** What stands under keys that begin so, by the rest of the key. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        lines.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    void set(String key, String value) {
        lines.put(key, value);
    }

    void remove(String key) {
        lines.remove(key);
    }

    String name() {
        return get("name").orElseThrow();
    }

    String title() {
        return get("title").orElse("");
    }

    void title(String title) {
        if (title.isEmpty()) {
            remove("title");
        } else {
            set("title", title);
        }
    }

    MachineId id() {
        try {
            return MachineId.of(get("uuid").orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new HypervisorException(Kind.INVALID, "The machine's definition has a bad uuid; correct it.", e);
        }
    }

    OnReboot onReboot() {
        return get("onReboot").map(OnReboot::valueOf).orElse(OnReboot.RESTART);
    }

    Mark mark() {
        return MarkLines.read(this);
    }

    void mark(Mark mark) {
        lines.keySet().removeIf(k -> k.startsWith(MarkLines.PREFIX));
        MarkLines.write(this, mark);
    }

    /** Makes a drive use another qcow2 image, of its own. */
    void disk(String target, String path) {
        if (!has("disk." + target + ".device")) {
            throw invalid("it has no drive " + target);
        }
        set("disk." + target + ".source", path);
        set("disk." + target + ".format", "qcow2");
        remove("disk." + target + ".readonly");
    }

    List<Disk> disks() {
        List<Disk> disks = new ArrayList<>();
        for (String key : lines.keySet()) {
            if (key.startsWith("disk.") && key.endsWith(".device")) {
                disks.add(disk(key.substring("disk.".length(), key.length() - ".device".length())));
            }
        }
        return disks;
    }

    private Disk disk(String target) {
        String prefix = "disk." + target + ".";
        return new Disk(
                target,
                Disk.Device.valueOf(get(prefix + "device").orElseThrow()),
                get(prefix + "source"),
                get(prefix + "format").orElse("raw"),
                has(prefix + "readonly"));
    }

    List<Nic> nics() {
        List<Nic> nics = new ArrayList<>();
        for (int i = 0; has("nic." + i + ".mac"); i++) {
            nics.add(new Nic(
                    get("nic." + i + ".mac").orElseThrow(),
                    get("nic." + i + ".model").orElse("virtio"),
                    get("nic." + i + ".network").orElse("user")));
        }
        return nics;
    }

    Hardware hardware() {
        return new Hardware(
                get("memory").map(Long::parseLong).orElse(0L),
                get("cpus").map(Integer::parseInt).orElse(1),
                get("firmware").map(Firmware::valueOf).orElse(Firmware.BIOS),
                get("nvram"),
                get("acceleration").map(Acceleration::valueOf).orElse(Acceleration.TCG),
                disks(),
                nics(),
                get("kernel")
                        .map(k -> new KernelBoot(
                                k, get("initrd").orElse(""), get("cmdline").orElse(""))),
                get("tpm").isPresent());
    }
}
