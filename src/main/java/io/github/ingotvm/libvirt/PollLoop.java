package io.github.ingotvm.libvirt;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An event loop on {@code poll(2)}. Nothing of libvirt's is called while its monitor is held: libvirt may hold locks of its own when it calls. */
final class PollLoop {
    private static final int POLLFD = 8;
    private static final int LONGEST_WAIT_MS = 60_000;
    private static final int EFD_NONBLOCK_CLOEXEC = 0x80800;
    private static final byte[] ONE = {1, 0, 0, 0, 0, 0, 0, 0};

    /** A watch or a timeout. {@code value} is what it waits for, or its period in milliseconds; negative when it rests. */
    private static final class Entry {
        final int id;
        final int fd;
        final Function action;
        final @Nullable Pointer opaque;
        final @Nullable Pointer free;
        int value;
        long due;
        boolean removed;

        Entry(int id, int fd, int value, Pointer action, @Nullable Pointer opaque, @Nullable Pointer free) {
            this.id = id;
            this.fd = fd;
            this.action = Function.getFunction(action);
            this.opaque = opaque;
            this.free = free;
            this.value = value;
        }
    }

    private final Map<Integer, Entry> handles = new LinkedHashMap<>();
    private final Map<Integer, Entry> timeouts = new LinkedHashMap<>();
    private final List<Entry> removed = new ArrayList<>();
    private final int bell = Libc.X.eventfd(0, EFD_NONBLOCK_CLOEXEC);
    private int lastId;

    // Held here, or the JVM would collect what C still calls.
    private final EventCalls.AddHandle addHandle = this::addHandle;
    private final EventCalls.Update updateHandle = this::updateHandle;
    private final EventCalls.Remove removeHandle = id -> remove(handles, id);
    private final EventCalls.AddTimeout addTimeout = this::addTimeout;
    private final EventCalls.Update updateTimeout = this::updateTimeout;
    private final EventCalls.Remove removeTimeout = id -> remove(timeouts, id);

    /** Makes libvirt use this loop. Once in a process, before the first connection. */
    void register() {
        Virt.X.virEventRegisterImpl(addHandle, updateHandle, removeHandle, addTimeout, updateTimeout, removeTimeout);
    }

    private synchronized int addHandle(
            int fd, int events, Pointer action, @Nullable Pointer opaque, @Nullable Pointer free) {
        Entry entry = new Entry(++lastId, fd, events, action, opaque, free);
        handles.put(entry.id, entry);
        ring();
        return entry.id;
    }

    private synchronized void updateHandle(int id, int events) {
        Entry entry = handles.get(id);
        if (entry != null && entry.value != events) {
            entry.value = events;
            ring();
        }
    }

    private synchronized int addTimeout(
            int milliseconds, Pointer action, @Nullable Pointer opaque, @Nullable Pointer free) {
        Entry entry = new Entry(++lastId, -1, milliseconds, action, opaque, free);
        timeouts.put(entry.id, entry);
        updateTimeout(entry.id, milliseconds);
        return entry.id;
    }

    private synchronized void updateTimeout(int id, int milliseconds) {
        Entry entry = timeouts.get(id);
        if (entry != null) {
            entry.value = milliseconds;
            entry.due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
            ring();
        }
    }

    private synchronized int remove(Map<Integer, Entry> entries, int id) {
        Entry entry = entries.remove(id);
        if (entry == null) {
            return -1;
        }
        entry.removed = true;
        removed.add(entry);
        ring();
        return 0;
    }

    private void ring() {
        Libc.X.write(bell, ONE, ONE.length);
    }

    /** Never returns. */
    void run() {
        while (true) {
            once();
        }
    }

    private void once() {
        List<Entry> watched = watched();
        try (Memory descriptors = descriptors(watched)) {
            int ready = Libc.X.poll(descriptors, new NativeLong(watched.size() + 1L), patience());
            if (ready < 0) {
                // A signal came in between; should it be an error that persists, it must not spin.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            } else if (ready > 0) {
                if (descriptors.getShort(6) != 0) {
                    Libc.X.read(bell, new byte[ONE.length], ONE.length);
                }
                tell(watched, descriptors);
            }
        }
        tellTimeouts();
        free();
    }

    private synchronized List<Entry> watched() {
        return handles.values().stream().filter(e -> e.value > 0).toList();
    }

    private synchronized Memory descriptors(List<Entry> watched) {
        Memory memory = new Memory((watched.size() + 1L) * POLLFD);
        put(memory, 0, bell, PollEvents.wanted(PollEvents.READABLE));
        for (int i = 0; i < watched.size(); i++) {
            put(memory, (i + 1L) * POLLFD, watched.get(i).fd, PollEvents.wanted(watched.get(i).value));
        }
        return memory;
    }

    private static void put(Memory memory, long at, int fd, int events) {
        memory.setInt(at, fd);
        memory.setShort(at + 4, (short) events);
        memory.setShort(at + 6, (short) 0);
    }

    private synchronized int patience() {
        long now = System.nanoTime();
        long least = TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MS);
        for (Entry timeout : timeouts.values()) {
            if (timeout.value >= 0) {
                least = Math.min(least, Math.max(0, timeout.due - now));
            }
        }
        // Rounded up: to come a little early would be to come twice.
        return (int) TimeUnit.NANOSECONDS.toMillis(least + 999_999);
    }

    private void tell(List<Entry> watched, Memory descriptors) {
        for (int i = 0; i < watched.size(); i++) {
            Entry entry = watched.get(i);
            int happened = PollEvents.happened(descriptors.getShort((i + 1L) * POLLFD + 6));
            int told = happened & (wanted(entry) | PollEvents.ALWAYS);
            if (told != 0 && wanted(entry) > 0) {
                entry.action.invokeVoid(new @Nullable Object[] {entry.id, entry.fd, told, entry.opaque});
            }
        }
    }

    private synchronized int wanted(Entry entry) {
        return entry.removed ? 0 : entry.value;
    }

    private void tellTimeouts() {
        for (Entry entry : due()) {
            if (!isRemoved(entry)) {
                entry.action.invokeVoid(new @Nullable Object[] {entry.id, entry.opaque});
            }
        }
    }

    private synchronized List<Entry> due() {
        long now = System.nanoTime();
        List<Entry> due = timeouts.values().stream()
                .filter(e -> e.value >= 0 && e.due - now <= 0)
                .toList();
        due.forEach(e -> e.due = now + TimeUnit.MILLISECONDS.toNanos(e.value));
        return due;
    }

    private synchronized boolean isRemoved(Entry entry) {
        return entry.removed;
    }

    /** Only here, and never at the removal itself: libvirt still uses what belongs to an entry while it removes it. */
    private void free() {
        List<Entry> gone;
        synchronized (this) {
            gone = List.copyOf(removed);
            removed.clear();
        }
        for (Entry entry : gone) {
            if (entry.free != null) {
                Function.getFunction(entry.free).invokeVoid(new @Nullable Object[] {entry.opaque});
            }
        }
    }
}
