package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Names of new volumes in Ingot's own pool. */
final class VolumeNaming {
    private static final int LONGEST = 255; // bytes; what file systems take
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\p{Cntrl}]");

    private final Connection connection;
    private final OwnPool own;

    VolumeNaming(Connection connection, OwnPool own) {
        this.connection = connection;
        this.own = own;
    }

    String path(String name) {
        require(name);
        return own.folder() + "/" + name;
    }

    /**
     * Where it can be seen, a file that libvirt has not noticed yet counts too: QEMU's tools would overwrite it without a
     * word. libvirt itself knows the volumes that it has noticed.
     */
    void requireFree(String name) {
        String path = path(name);
        if (!connection.uri().isLocal()) {
            return;
        }
        if (Files.notExists(Path.of(own.folder()))) {
            own.read(); // brings it back, or says what is wrong
        }
        if (Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS)) {
            throw new HypervisorException(Kind.EXISTS, "There is a file " + path + " already; choose another name.");
        }
    }

    private static void require(String name) {
        if (name.isBlank()
                || name.startsWith(".")
                || FORBIDDEN.matcher(name).find()
                || name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new HypervisorException(
                    Kind.INVALID, "“" + name + "” cannot be a volume's name; use a shorter one without slashes.");
        }
    }
}
