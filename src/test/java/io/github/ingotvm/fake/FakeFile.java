package io.github.ingotvm.fake;

import io.github.ingotvm.model.Definition;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One file on the fake host: an image, a medium, firmware variables or a machine's memory. */
final class FakeFile {
    static final long EMPTY_IMAGE = 200_704;
    static final long CLUSTER = 65_536;

    final String path;
    final String format;
    final long capacity;
    final Optional<String> backing;
    /** What it was uploaded with; empty for images made here. */
    final byte[] bytes;
    /** What was written into this file itself, not what shines through from below. */
    final Map<String, String> writes = new TreeMap<>();
    /** For a memory file: the machine it goes on as. */
    Optional<Definition> memoryOf = Optional.empty();

    boolean readOnly;
    long stamp;
    /** Which file it is, wherever it lies. */
    long inode;
    /** Bytes written whose content does not matter. */
    long bulk;

    FakeFile(String path, String format, long capacity, Optional<String> backing, byte[] bytes) {
        this.path = path;
        this.format = format;
        this.capacity = capacity;
        this.backing = backing;
        this.bytes = bytes;
    }

    String folder() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    long allocation() {
        long own = bytes.length == 0 && format.equals("qcow2") ? EMPTY_IMAGE : bytes.length;
        return own + bulk + CLUSTER * writes.size();
    }

    void write(String key, String value, long newStamp) {
        writes.put(key, value);
        stamp = newStamp;
    }

    FakeFile copy() {
        return at(path);
    }

    /** The same file under another path. */
    FakeFile at(String other) {
        return like(other, backing);
    }

    /** The same file on another one. */
    FakeFile on(String other) {
        return like(path, Optional.of(other));
    }

    private FakeFile like(String newPath, Optional<String> newBacking) {
        FakeFile copy = new FakeFile(newPath, format, capacity, newBacking, bytes);
        copy.writes.putAll(writes);
        copy.memoryOf = memoryOf;
        copy.readOnly = readOnly;
        copy.stamp = stamp;
        copy.inode = inode;
        copy.bulk = bulk;
        return copy;
    }
}
