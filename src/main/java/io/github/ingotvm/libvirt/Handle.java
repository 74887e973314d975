package io.github.ingotvm.libvirt;

import com.sun.jna.PointerType;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A reference to one of libvirt's objects, given back at the end of a try block. */
final class Handle<P extends PointerType> implements AutoCloseable {
    private final P pointer;
    private final Consumer<P> free;
    private final AtomicBoolean closed = new AtomicBoolean();

    Handle(P pointer, Consumer<P> free) {
        this.pointer = pointer;
        this.free = free;
    }

    P get() {
        return pointer;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            free.accept(pointer);
        }
    }
}
