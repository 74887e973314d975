package io.github.ingotvm.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which bridge a session without root may put machines on: one that exists, that QEMU's bridge helper is allowed to use, where that
 * helper has the right to. Anything less, and a machine would not start; user networking always works.
 */
final class BridgeRule {
    /** The user's word for no bridge. */
    static final String USER = "user";

    private static final List<String> HELPERS =
            List.of("usr/lib/qemu/qemu-bridge-helper", "usr/libexec/qemu-bridge-helper", "usr/lib/qemu-bridge-helper");
    private static final List<String> LISTS = List.of("etc/qemu/bridge.conf", "etc/qemu-kvm/bridge.conf");
    private static final String FIRST_CHOICE = "virbr0";

    private BridgeRule() {}

    /**
     * @param root the root of the file system
     * @param wanted the user's own choice: a bridge, or {@link #USER}
     */
    static Optional<String> choose(Path root, Optional<String> wanted) {
        if (wanted.isPresent()) {
            return wanted.filter(name -> !name.equals(USER));
        }
        return HELPERS.stream().map(root::resolve).anyMatch(BridgeRule::mayActAsRoot)
                ? LISTS.stream()
                        .flatMap(list -> allowed(root, root.resolve(list)))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean mayActAsRoot(Path helper) {
        try {
            int mode = (int) Files.getAttribute(helper, "unix:mode");
            return (mode & 04000) != 0
                    && Files.getPosixFilePermissions(helper).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Stream<String> allowed(Path root, Path list) {
        if (!Files.isReadable(list)) {
            return Stream.empty();
        }
        try {
            return Files.readAllLines(list).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("allow "))
                    .map(line -> line.substring("allow ".length()).strip())
                    .map(name -> name.equals("all") ? FIRST_CHOICE : name)
                    .filter(name -> Files.isDirectory(
                            root.resolve("sys/class/net").resolve(name).resolve("bridge")));
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
