package io.github.ingotvm.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The arrays of objects that libvirt's list functions allocate. */
final class ObjectArray {
    private ObjectArray() {}

    /**
     * Takes over an array.
     *
     * @param count as returned by the list function; not negative
     */
    static <P extends PointerType> Owned<P> take(
            PointerByReference reference, int count, Supplier<P> maker, Consumer<P> free) {
        List<P> all = new ArrayList<>(count);
        @Nullable Pointer array = reference.getValue();
        if (array != null) {
            for (int i = 0; i < count; i++) {
                P element = maker.get();
                element.setPointer(array.getPointer((long) i * Native.POINTER_SIZE));
                all.add(element);
            }
            Native.free(Pointer.nativeValue(array));
        }
        return new Owned<>(List.copyOf(all), free);
    }

    /** Objects that are all given back together. */
    record Owned<P extends PointerType>(List<P> all, Consumer<P> free) implements AutoCloseable {
        @Override
        public void close() {
            all.forEach(free);
        }
    }
}
