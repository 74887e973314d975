package io.github.ingotvm.fake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** As much of the qcow2 header as matters here: capacity and backing file. */
public final class Qcow2 {
    private static final int MAGIC = 0x514649fb;
    private static final String WRITES = "\nwritten by guests:\n";
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
        byte[] plain =
                file.bytes.length > 0 || !file.format.equals("qcow2") ? file.bytes : image(file.capacity, file.backing);
        if (file.writes.isEmpty()) {
            return plain;
        }
        String written = file.writes.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("\n", WRITES, ""));
        ByteBuffer all = ByteBuffer.allocate(plain.length + written.getBytes(StandardCharsets.UTF_8).length);
        return all.put(plain).put(written.getBytes(StandardCharsets.UTF_8)).array();
    }

    /** What a file that was copied from the fake host's disk says that guests wrote to it. */
    static Map<String, String> writes(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(WRITES);
        Map<String, String> writes = new TreeMap<>();
        if (at >= 0) {
            byte[] rest = Arrays.copyOfRange(file, at + WRITES.length(), file.length);
            new String(rest, StandardCharsets.UTF_8)
                    .lines()
                    .forEach(l -> writes.put(l.substring(0, l.indexOf('=')), l.substring(l.indexOf('=') + 1)));
        }
        return writes;
    }

    static byte[] withoutWrites(byte[] file) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(WRITES);
        return at < 0 ? file : Arrays.copyOf(file, at);
    }

    static String digest(FakeFile file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytesOf(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
