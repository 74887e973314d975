package io.github.ingotvm.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** What libvirt asks of an event loop. Called on any thread, while libvirt holds locks of its own. */
final class EventCalls {
    private EventCalls() {}

    /** Watches a descriptor. */
    interface AddHandle extends Callback {
        int add(int fd, int events, Pointer action, @Nullable Pointer opaque, @Nullable Pointer free);
    }

    /** Calls again and again. */
    interface AddTimeout extends Callback {
        int add(int milliseconds, Pointer action, @Nullable Pointer opaque, @Nullable Pointer free);
    }

    /** Changes what a watch waits for, or how often a timeout comes. */
    interface Update extends Callback {
        void update(int id, int value);
    }

    /** Ends a watch or a timeout. */
    interface Remove extends Callback {
        int remove(int id);
    }
}
