package io.github.ingotvm.fake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** As much of the qcow2 header as matters here: capacity and backing file. */
public final class Qcow2 {
    private static final int MAGIC = 0x514649fb;
    private static final int HEADER = 104;

    private Qcow2() {}

    static boolean is(byte[] file) {
        return file.length >= HEADER && ByteBuffer.wrap(file).getInt(0) == MAGIC;
    }

    static long capacity(byte[] file) {
        return ByteBuffer.wrap(file).getLong(24);
    }

    static Optional<String> backing(byte[] file) {
        ByteBuffer header = ByteBuffer.wrap(file);
        int offset = (int) header.getLong(8);
        return offset == 0
                ? Optional.empty()
                : Optional.of(new String(file, offset, header.getInt(16), StandardCharsets.UTF_8));
    }

    /** An empty image of this capacity, naming a backing file or none. */
    public static byte[] image(long capacity, Optional<String> backing) {
        byte[] name = backing.orElse("").getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = ByteBuffer.allocate(HEADER + name.length);
        header.putInt(0, MAGIC)
                .putInt(4, 3)
                .putLong(8, name.length == 0 ? 0 : HEADER)
                .putInt(16, name.length);
        header.putInt(20, 16).putLong(24, capacity).putInt(96, 4).putInt(100, HEADER);
        header.position(HEADER);
        return header.put(name).array();
    }

    /** The bytes of a fake file as a program would read them from the host's disk. */
    static byte[] bytesOf(FakeFile file) {
        if (file.bytes.length > 0) {
            return file.bytes;
        }
        return file.format.equals("qcow2")
                ? image(file.capacity, file.backing)
                : file.writes.toString().getBytes(StandardCharsets.UTF_8);
    }
}
