package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.io.InputStream;
import java.util.function.Function;

/**
 * Puts a file in another one's place where it cannot be renamed, on another host or in a folder of somebody else's: its very bytes are copied,
 * whatever format they have and whatever they stand on.
 */
final class VolumeReplacement {
    private final Volumes volumes;
    private final VolumeUpload uploading;
    private final Function<String, VolumeBytes> bytes;

    VolumeReplacement(Volumes volumes, VolumeUpload uploading, Function<String, VolumeBytes> bytes) {
        this.volumes = volumes;
        this.uploading = uploading;
        this.bytes = bytes;
    }

    void replace(String path, String with) {
        String digest = volumes.digest(with, Progress.NONE);
        if (volumes.find(path).isPresent()) {
            volumes.delete(path);
        }
        try (VolumeBytes file = bytes.apply(with)) {
            uploading.upload(path.substring(path.lastIndexOf('/') + 1), file.length(), new Stream(file), Progress.NONE);
        }
        if (!volumes.digest(path, Progress.NONE).equals(digest)) {
            throw new HypervisorException(
                    Kind.FAILED,
                    "What came into the place of " + path + " is not what is in " + with
                            + "; that is still there, so try again.");
        }
        volumes.delete(with);
    }

    /** A file from its beginning to its end. */
    private static final class Stream extends InputStream {
        private final VolumeBytes file;
        private long at;

        Stream(VolumeBytes file) {
            this.file = file;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            int n = file.read(at, to, offset, (int) Math.min(length, file.length() - at));
            at += n;
            return n == 0 && length > 0 ? -1 : n;
        }
    }
}
