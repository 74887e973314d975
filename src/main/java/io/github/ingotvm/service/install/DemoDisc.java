package io.github.ingotvm.service.install;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The installation disc of the tiny guest that comes with Ingot. */
public final class DemoDisc {
    private static final String RESOURCE = "/io/github/ingotvm/guest/ingot-demo.iso";

    private DemoDisc() {}

    /**
     * Writes the disc to a folder, readable for the hypervisor, and gives its path. A machine being installed from it needs it
     * until the installation has ended.
     *
     * @throws IngotException {@code UNSUPPORTED} when this build has no guest, {@code DENIED} when the folder cannot be written to
     */
    public static Path unpack(Path folder) {
        try (InputStream disc = DemoDisc.class.getResourceAsStream(RESOURCE)) {
            if (disc == null) {
                throw new IngotException(
                        Kind.UNSUPPORTED, "This build of Ingot comes without the demo guest; build it with its guest.");
            }
            Files.createDirectories(folder);
            Path file = folder.resolve("ingot-demo.iso");
            Files.copy(disc, file, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            return file;
        } catch (IOException e) {
            throw new IngotException(
                    Kind.DENIED, "The demo disc cannot be written to " + folder + "; make room or give permission.", e);
        }
    }
}
