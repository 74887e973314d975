package io.github.ingotvm.fake;

/** A folder that the fake host manages. */
final class FakePool {
    final String name;
    final String path;
    boolean active = true;
    /** Bytes that fit in. */
    long size = 1L << 40;

    FakePool(String name, String path) {
        this.name = name;
        this.path = path;
    }

    FakePool copy() {
        FakePool copy = new FakePool(name, path);
        copy.active = active;
        copy.size = size;
        return copy;
    }
}
