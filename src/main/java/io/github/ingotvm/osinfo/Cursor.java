package io.github.ingotvm.osinfo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads one thing after the other from bytes, big end first. */
final class Cursor {
    private final byte[] bytes;
    private int at;
    private int passed;

    Cursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    int number16() {
        return Byte.toUnsignedInt(bytes[at++]) << 8 | Byte.toUnsignedInt(bytes[at++]);
    }

    int number32() {
        return number16() << 16 | number16();
    }

    long number64() {
        return (long) number32() << 32 | Integer.toUnsignedLong(number32());
    }

    String text() {
        int length = number16();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    List<String> texts() {
        return list(Cursor::text);
    }

    <T> List<T> list(Function<Cursor, T> reader) {
        int size = number16();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(reader.apply(this));
        }
        return list;
    }

    /** Whether every byte of the text that comes next is in the set; the text is passed over, and {@link #passed} is it. */
    boolean textIsMadeOf(boolean[] set) {
        int end = at + 2 + (Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]));
        passed = at;
        at += 2;
        while (at < end && set[Byte.toUnsignedInt(bytes[at])]) {
            at++;
        }
        boolean all = at == end;
        at = end;
        return all;
    }

    /** The text that {@link #textIsMadeOf} has passed over. */
    String passed() {
        return new Cursor(bytes, passed).text();
    }
}
