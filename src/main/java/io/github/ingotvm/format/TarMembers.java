package io.github.ingotvm.format;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of a tar archive, header by header, so that nothing of it is in memory but what was found so far: ustar, with the additions of
 * POSIX (pax) and GNU for long names and sizes. Anything but plain files is refused.
 */
final class TarMembers {
    private static final int RECORD = 512;
    private static final int MOST_MEMBERS = 256;

    /** Of a long name, or of what pax says of the next file. */
    private static final long LONGEST_ADDITION = 64 << 10;

    private final ByteSource archive;
    private final Map<String, ByteSource> members = new LinkedHashMap<>();
    private final Map<String, String> next = new HashMap<>();

    private TarMembers(ByteSource archive) {
        this.archive = archive;
    }

    /** By name, in their order. {@link MalformedException} when they cannot be taken, saying why. */
    static Map<String, ByteSource> of(ByteSource archive) throws IOException {
        TarMembers tar = new TarMembers(archive);
        long at = 0;
        for (int headers = 0; at + RECORD <= archive.size(); headers++) {
            byte[] header = archive.bytes(at, RECORD, ByteOrder.BIG_ENDIAN).array();
            if (isZero(header)) {
                break;
            }
            if (headers >= 2 * MOST_MEMBERS || tar.members.size() >= MOST_MEMBERS) {
                throw new MalformedException("it is an archive of too many files");
            }
            at = tar.take(header, at + RECORD);
        }
        return tar.members;
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** @return where the next header is */
    private long take(byte[] header, long data) throws IOException {
        requireSum(header);
        char type = (char) header[156];
        boolean addition = "xgLK".indexOf(type) >= 0;
        long size = addition || !next.containsKey("size")
                ? number(header, 124, 12)
                : number(next.getOrDefault("size", ""), 10);
        ByteSource bytes = archive.slice(data, size);
        if (addition) {
            if (size > LONGEST_ADDITION) {
                throw damaged();
            }
            add(type, bytes.bytes(0, (int) size, ByteOrder.BIG_ENDIAN).array());
        } else {
            String name = name(header);
            boolean sparse = next.keySet().stream().anyMatch(k -> k.startsWith("GNU.sparse"));
            if (sparse || (type != '0' && type != 0 && type != '7')) {
                throw new MalformedException("it is an archive with something else than files in it: " + name);
            }
            put(name, bytes);
            next.clear();
        }
        return data + (size + RECORD - 1) / RECORD * RECORD;
    }

    private void put(String name, ByteSource bytes) throws MalformedException {
        if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new MalformedException("it is an archive that climbs out of its folder: " + name);
        }
        if (members.put(name, bytes) != null) {
            throw new MalformedException("it is an archive with two files called " + name);
        }
    }

    private String name(byte[] header) {
        String name = text(header, 0, 100);
        boolean posix = text(header, 257, 6).equals("ustar"); // GNU's has times where POSIX' has the folder
        String folder = posix ? text(header, 345, 155) : "";
        return next.getOrDefault("path", folder.isEmpty() ? name : folder + "/" + name);
    }

    /** What is said of the next file; what is said of all of them, or of where links lead, matters for none that is taken. */
    private void add(char type, byte[] bytes) throws MalformedException {
        if (type == 'L') {
            next.put("path", text(bytes, 0, bytes.length));
        }
        if (type != 'x') {
            return;
        }
        // Each line begins with its own length: "27 path=name\n".
        for (int at = 0; at < bytes.length && bytes[at] != 0; ) {
            int space = at;
            while (space < bytes.length && bytes[space] != ' ') {
                space++;
            }
            long length = number(new String(bytes, at, space - at, StandardCharsets.ISO_8859_1), 10);
            if (length <= space - at || length > bytes.length - at) {
                throw damaged();
            }
            int end = at + (int) length - 1;
            String line = new String(bytes, space + 1, Math.max(0, end - space - 1), StandardCharsets.UTF_8);
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw damaged();
            }
            next.put(line.substring(0, equals), line.substring(equals + 1));
            at = end + 1;
        }
    }

    private static void requireSum(byte[] header) throws MalformedException {
        byte[] blank = header.clone();
        Arrays.fill(blank, 148, 156, (byte) ' ');
        long unsigned = 0;
        long signed = 0;
        for (byte b : blank) {
            unsigned += Byte.toUnsignedInt(b);
            signed += b; // as some old programs counted
        }
        long said = number(header, 148, 8);
        if (said != unsigned && said != signed) {
            throw damaged();
        }
    }

    private static String text(byte[] bytes, int at, int length) {
        int end = at;
        while (end < at + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    /** Octal, or in GNU's way binary, where it would be too long. */
    private static long number(byte[] header, int at, int length) throws MalformedException {
        if (header[at] >= 0) {
            return number(text(header, at, length).strip(), 8);
        }
        if (header[at] != (byte) 0x80) {
            throw damaged(); // negative, or beyond all bounds
        }
        long value = 0;
        for (int i = at + 1; i < at + length; i++) {
            if (value > Long.MAX_VALUE >> 8) {
                throw damaged();
            }
            value = value << 8 | Byte.toUnsignedInt(header[i]);
        }
        return value;
    }

    private static long number(String digits, int radix) throws MalformedException {
        try {
            long value = digits.isEmpty() ? 0 : Long.parseLong(digits, radix);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new MalformedException("it is a damaged archive", e);
        }
        throw damaged();
    }

    private static MalformedException damaged() {
        return new MalformedException("it is a damaged archive");
    }
}
