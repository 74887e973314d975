package io.github.ingotvm.libvirt;

import io.github.ingotvm.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Which file a volume is, which libvirt does not tell: to be seen where its files are this computer's. */
record Inodes(ConnectionUri uri) {
    Volume of(Volume volume) {
        if (!uri.isLocal()) {
            return volume;
        }
        try {
            Path file = Path.of(volume.path());
            // Behind a forwarded socket the same path may be another computer's.
            boolean same = volume.look().length().equals(OptionalLong.of(Files.size(file)));
            return same
                    ? volume.with(volume.look().inode(String.valueOf(Files.getAttribute(file, "unix:ino"))))
                    : volume;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return volume;
        }
    }
}
