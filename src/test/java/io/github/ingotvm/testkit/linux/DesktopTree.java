package io.github.ingotvm.testkit.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a guest with a desktop has besides: an X server, a few of its programs, and the SPICE agent. */
final class DesktopTree {
    /** Of the packages, to where they go. */
    private static final Map<String, String> PROGRAMS = Map.of(
            "lib/xorg/Xorg", "usr/lib/xorg/Xorg",
            "modesetting_drv.so", "usr/lib/xorg/modules/drivers/modesetting_drv.so",
            "libshadow.so", "usr/lib/xorg/modules/libshadow.so",
            "xrandr", "usr/bin/xrandr",
            "xsetroot", "usr/bin/xsetroot",
            "xclip", "usr/bin/xclip",
            "bin/spice-vdagent", "usr/bin/spice-vdagent",
            "spice-vdagentd", "usr/bin/spice-vdagentd");

    private static final List<String> FOLDERS = List.of(
            "usr",
            "usr/bin",
            "usr/lib",
            "usr/lib/xorg",
            "usr/lib/xorg/modules",
            "usr/lib/xorg/modules/drivers",
            "usr/share",
            "usr/share/X11");

    /** This computer's own: its tests of windows need an X server as well. */
    private static final Path KEYBOARDS = Path.of("/usr/share/X11/xkb");

    private static final Path KEYBOARD_COMPILER = Path.of("/usr/bin/xkbcomp");

    private DesktopTree() {}

    /** Gives the programs, whose libraries are wanted, too. */
    static List<Path> write(Tree tree, Cpio cpio) throws IOException {
        for (String folder : FOLDERS) {
            cpio.folder(folder);
        }
        List<Path> programs = new ArrayList<>();
        for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
            Path file = tree.require(program.getKey());
            cpio.file(program.getValue(), file);
            programs.add(file);
        }
        cpio.file("usr/bin/xkbcomp", KEYBOARD_COMPILER);
        programs.add(KEYBOARD_COMPILER);
        keyboards(cpio);
        return programs;
    }

    private static void keyboards(Cpio cpio) throws IOException {
        try (Stream<Path> all = Files.walk(KEYBOARDS.toRealPath())) {
            for (Path path : all.toList()) {
                String name = "usr/share/X11/xkb/" + KEYBOARDS.toRealPath().relativize(path);
                if (Files.isDirectory(path)) {
                    cpio.folder(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
                } else {
                    cpio.file(name, path);
                }
            }
        }
    }
}
