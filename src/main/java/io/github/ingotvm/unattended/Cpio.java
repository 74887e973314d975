package io.github.ingotvm.unattended;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Archives as the kernel unpacks them into its initial file system ({@code newc}): one more may follow at the end of those that are there. */
public final class Cpio {
    private static final int READABLE_BY_ROOT = 0100600;
    private static final int ALIGNMENT = 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int count;

    private Cpio() {}

    /**
     * What is appended to an initial file system so that files lie in its root.
     *
     * @param length bytes of the initial file system as it is
     * @param files content by name
     */
    public static byte[] appendix(long length, Map<String, byte[]> files) {
        Cpio cpio = new Cpio();
        cpio.out.writeBytes(new byte[(int) (-length & (ALIGNMENT - 1))]);
        new TreeMap<>(files).forEach((name, content) -> cpio.entry(name, READABLE_BY_ROOT, content));
        cpio.entry("TRAILER!!!", 0, new byte[0]);
        return cpio.out.toByteArray();
    }

    private void entry(String name, int mode, byte[] content) {
        byte[] path = (name + "\0").getBytes(StandardCharsets.UTF_8);
        count++;
        int[] fields = {count, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, path.length, 0};
        StringBuilder header = new StringBuilder("070701");
        for (int field : fields) {
            header.append(String.format("%08x", field));
        }
        padded(header.toString().getBytes(StandardCharsets.US_ASCII), path);
        padded(content);
    }

    private void padded(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            out.writeBytes(part);
            length += part.length;
        }
        out.writeBytes(new byte[-length & (ALIGNMENT - 1)]);
    }
}
