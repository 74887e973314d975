package io.github.ingotvm.libvirt;

import io.github.ingotvm.format.FileBytes;
import java.util.Arrays;

/** The bytes of a volume's file through libvirt, some of them ahead: each request is a way to the host and back. */
final class VolumeBytes implements FileBytes {
    private static final int AHEAD = 1 << 20;

    private final Download download;
    private final long length;
    private byte[] window = new byte[0];
    private long windowAt;

    /** Reads bytes of the file, as many as there are up to the length. */
    interface Download {
        byte[] read(long offset, int length);
    }

    /** @param length bytes of the file, as far as libvirt tells */
    VolumeBytes(Download download, long length) {
        this.download = download;
        this.length = length;
    }

    @Override
    public int read(long offset, byte[] to, int at, int wanted) {
        int done = 0;
        while (done < wanted) {
            long from = offset + done;
            if (from < windowAt || from >= windowAt + window.length) {
                int ahead = (int) Math.min(Math.max(AHEAD, wanted - done), length - from);
                if (ahead <= 0) {
                    break;
                }
                window = download.read(from, ahead);
                windowAt = from;
                if (window.length == 0) {
                    break;
                }
            }
            int within = (int) (from - windowAt);
            int n = Math.min(wanted - done, window.length - within);
            System.arraycopy(window, within, to, at + done, n);
            done += n;
        }
        return done;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() {
        window = Arrays.copyOf(window, 0);
    }
}
