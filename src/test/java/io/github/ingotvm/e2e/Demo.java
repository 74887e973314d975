package io.github.ingotvm.e2e;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The demo guest's installer, and a disk that it was installed on. */
final class Demo {
    private static final String ISO = "/io/github/ingotvm/guest/ingot-demo.iso";

    /** Where a process started by a test finds what that test has installed already. */
    static final String DISK = "ingot.demo.disk";

    private static @Nullable Path disk;

    private Demo() {}

    /** The installer as a file in this folder. */
    static Path iso(Path folder) {
        Path iso = folder.resolve("ingot-demo.iso");
        try (InputStream bytes = Demo.class.getResourceAsStream(ISO)) {
            if (bytes == null) {
                throw new AssertionError("the build has not made " + ISO);
            }
            if (!Files.exists(iso)) {
                Files.copy(bytes, iso);
            }
            return iso;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A qcow2 image with the guest installed and never booted: what <em>Just Installed</em> froze. Made once. */
    static synchronized Path disk() {
        Path made = disk;
        if (made == null) {
            String there = System.getProperty(DISK, "");
            made = there.isEmpty() ? installed() : Path.of(there);
            disk = made;
        }
        return made;
    }

    private static Path installed() {
        try (World world = World.create()) {
            VirtualMachine machine = world.install("Mould", Firmware.BIOS);
            Path layer = world.services().inventory().snapshots(machine.id()).stream()
                    .flatMap(s -> s.hardware().writableDisks().stream())
                    .map(Disk::source)
                    .map(source -> Path.of(source.orElseThrow()))
                    .findFirst()
                    .orElseThrow();
            Path copy = Files.createTempFile("ingot-demo", ".qcow2");
            copy.toFile().deleteOnExit();
            return Files.copy(layer, copy, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
