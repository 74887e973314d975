package io.github.ingotvm.service.layers;

import io.github.ingotvm.format.ContentDigest;
import io.github.ingotvm.format.DiskReader;
import io.github.ingotvm.hypervisor.VirtualDisk;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a guest sees on disks, told by a digest that does not depend on how it is kept. */
public final class Contents {
    private static final int BLOCKS_A_REPORT = 16;

    private Contents() {}

    /** A disk of the hypervisor's, for what reads disks. */
    public record Reader(VirtualDisk disk) implements DiskReader {
        @Override
        public long size() {
            return disk.size();
        }

        @Override
        public boolean isHole(long offset, int length) {
            return disk.isHole(offset, length);
        }

        @Override
        public void read(long offset, byte[] buffer, int length) {
            disk.read(offset, buffer, length);
        }
    }

    /** The digest of an image through its whole chain. {@code FAILED} when it cannot be read, {@code NOT_FOUND}, {@code CANCELLED}. */
    public static String of(Volumes volumes, String path, Progress progress) {
        try (VirtualDisk disk = volumes.open(path)) {
            return of(new Reader(disk), progress);
        } catch (IOException e) {
            throw new UncheckedIOException("a disk of the hypervisor's throws none", e);
        }
    }

    /** The same of any disk. */
    public static String of(DiskReader disk, Progress progress) throws IOException {
        int[] calls = {0};
        return ContentDigest.of(disk, at -> {
            progress.check();
            if (calls[0]++ % BLOCKS_A_REPORT == 0) {
                progress.report((double) at / disk.size(), "Reading");
            }
        });
    }
}
