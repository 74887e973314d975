package io.github.ingotvm.testkit.linux;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** The guest's root: busybox, the programs that tests need, their libraries, the drivers, and our own few scripts. */
final class SystemTree {
    /** To what they are called in the guest; busybox has its own of some names. */
    private static final Map<String, String> PROGRAMS = Map.of("qemu-ga", "qemu-ga", "mke2fs", "mkfs.ext4");

    private static final List<String> FOLDERS = List.of(
            "bin",
            "sbin",
            "dev",
            "proc",
            "sys",
            "tmp",
            "etc",
            "root",
            "mnt",
            "run",
            "var",
            "lib",
            "lib64",
            "lib/modules");
    private static final String LOADER = "ld-linux-x86-64.so.2";
    /** Where its loader looks. */
    private static final String LIBRARIES = "lib/x86_64-linux-gnu";
    /** Of src/test/resources/linux, to where they go. */
    private static final Map<String, String> SCRIPTS = Map.of(
            "inittab", "etc/inittab",
            "rc", "etc/rc",
            "profile", "etc/profile",
            "shutdown", "sbin/shutdown",
            "vdagent", "sbin/vdagent",
            "desktop", "sbin/desktop");

    private static final List<String> KEYMAPS = List.of("us", "uk", "de-latin1", "fr-latin1", "es");

    private SystemTree() {}

    /** What an image depends on but the packages. */
    static String recipe(LinuxKind kind) throws IOException {
        StringBuilder all = new StringBuilder("2")
                .append(kind.modules())
                .append(new TreeMap<>(PROGRAMS))
                .append(KEYMAPS);
        for (String script : SCRIPTS.keySet().stream().sorted().toList()) {
            all.append(new String(script(script), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    static void write(LinuxKind kind, Tree tree, Path initrd) throws IOException {
        try (Cpio cpio =
                new Cpio(new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(initrd)), 1 << 16))) {
            for (String folder : FOLDERS) {
                cpio.folder(folder);
            }
            cpio.folder(LIBRARIES);
            cpio.folder("lib/keymaps");
            cpio.device("dev/console", 5, 1);
            cpio.file("bin/busybox", tree.require("busybox"));
            cpio.link("bin/sh", "busybox");
            cpio.link("init", "bin/busybox");
            programs(kind, tree, cpio);
            modules(kind, tree, cpio);
            for (String map : KEYMAPS) {
                cpio.file("lib/keymaps/" + map, tree.keymap(map));
            }
            for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
                cpio.file(script.getValue(), script(script.getKey()));
            }
        }
    }

    private static void programs(LinuxKind kind, Tree tree, Cpio cpio) throws IOException {
        List<Path> programs = new ArrayList<>();
        for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
            Path file = tree.require(program.getKey());
            cpio.file("sbin/" + program.getValue(), file);
            programs.add(file);
        }
        if (kind.equals(LinuxKind.DESKTOP)) {
            programs.addAll(DesktopTree.write(tree, cpio));
        }
        for (Map.Entry<String, Path> library : tree.libraries(programs).entrySet()) {
            cpio.file(LIBRARIES + "/" + library.getKey(), library.getValue());
        }
        cpio.file("lib64/" + LOADER, tree.require(LOADER));
    }

    private static void modules(LinuxKind kind, Tree tree, Cpio cpio) throws IOException {
        StringBuilder order = new StringBuilder();
        for (String name : kind.modules()) {
            Optional<byte[]> module = tree.module(name);
            if (module.isPresent()) {
                cpio.file("lib/modules/" + name + ".ko", module.get());
                order.append(name).append('\n');
            }
        }
        cpio.file("lib/modules/order", order.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] script(String name) throws IOException {
        try (InputStream in = SystemTree.class.getResourceAsStream("/linux/" + name)) {
            if (in == null) {
                throw new IOException("no resource linux/" + name);
            }
            return in.readAllBytes();
        }
    }
}
