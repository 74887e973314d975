package io.github.ingotvm.libvirt;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An event loop on {@code epoll(7)}. Nothing of libvirt's is called while its monitor is held: libvirt may hold locks of its own when it calls. */
final class PollLoop {
    private static final int LONGEST_WAIT_MS = 60_000;
    private static final int EFD_NONBLOCK_CLOEXEC = 0x80800;
    private static final int BELL = 0; // no entry's id
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
    private final Epoll epoll = new Epoll();
    private final int bell = Libc.X.eventfd(0, EFD_NONBLOCK_CLOEXEC);
    private int lastId;
    private long wakesAt = System.nanoTime();

    // Held here, or the JVM would collect what C still calls.
    private final EventCalls.AddHandle addHandle = this::addHandle;
    private final EventCalls.Update updateHandle = this::updateHandle;
    private final EventCalls.Remove removeHandle = this::removeHandle;
    private final EventCalls.AddTimeout addTimeout = this::addTimeout;
    private final EventCalls.Update updateTimeout = this::updateTimeout;
    private final EventCalls.Remove removeTimeout = this::removeTimeout;

    PollLoop() {
        epoll.add(bell, PollEvents.wanted(PollEvents.READABLE), BELL);
    }

    /** Makes libvirt use this loop. Once in a process, before the first connection. */
    void register() {
        Virt.X.virEventRegisterImpl(addHandle, updateHandle, removeHandle, addTimeout, updateTimeout, removeTimeout);
    }

    synchronized int addHandle(int fd, int events, Pointer action, @Nullable Pointer opaque, @Nullable Pointer free) {
        Entry entry = new Entry(++lastId, fd, 0, action, opaque, free);
        handles.put(entry.id, entry);
        watch(entry, events);
        return entry.id;
    }

    synchronized void updateHandle(int id, int events) {
        Entry entry = handles.get(id);
        if (entry != null) {
            watch(entry, events);
        }
    }

    /** Who waits for nothing is not watched at all: the kernel tells of errors and ends in any case. */
    private void watch(Entry entry, int events) {
        int before = entry.value;
        entry.value = events;
        if (before <= 0 && events > 0) {
            epoll.add(entry.fd, PollEvents.wanted(events), entry.id);
        } else if (before > 0 && events <= 0) {
            epoll.delete(entry.fd);
        } else if (before != events) {
            epoll.modify(entry.fd, PollEvents.wanted(events), entry.id);
        }
    }

    synchronized int addTimeout(int milliseconds, Pointer action, @Nullable Pointer opaque, @Nullable Pointer free) {
        Entry entry = new Entry(++lastId, -1, milliseconds, action, opaque, free);
        timeouts.put(entry.id, entry);
        updateTimeout(entry.id, milliseconds);
        return entry.id;
    }

    synchronized void updateTimeout(int id, int milliseconds) {
        Entry entry = timeouts.get(id);
        if (entry == null) {
            return;
        }
        entry.value = milliseconds;
        entry.due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        if (milliseconds >= 0 && entry.due - wakesAt < 0) {
            ring();
        }
    }

    synchronized int removeHandle(int id) {
        Entry entry = handles.remove(id);
        if (entry != null) {
            watch(entry, 0);
        }
        return remove(entry);
    }

    synchronized int removeTimeout(int id) {
        return remove(timeouts.remove(id));
    }

    private int remove(@Nullable Entry entry) {
        if (entry == null) {
            return -1;
        }
        entry.removed = true;
        removed.add(entry);
        ring(); // to have it freed
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
        if (epoll.await(patience(), this::tell) < 0) {
            // A signal came in between; should it be an error that persists, it must not spin.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        tellTimeouts();
        free();
    }

    private synchronized int patience() {
        long now = System.nanoTime();
        long least = TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MS);
        for (Entry timeout : timeouts.values()) {
            if (timeout.value >= 0) {
                least = Math.min(least, Math.max(0, timeout.due - now));
            }
        }
        wakesAt = now + least;
        // Rounded up: to come a little early would be to come twice.
        return (int) TimeUnit.NANOSECONDS.toMillis(least + 999_999);
    }

    private void tell(long key, int events) {
        if (key == BELL) {
            Libc.X.read(bell, new byte[ONE.length], ONE.length);
            return;
        }
        Entry entry = handle((int) key);
        if (entry == null) {
            return; // removed meanwhile
        }
        int told = PollEvents.happened(events) & (wanted(entry) | PollEvents.ALWAYS);
        if (told != 0 && wanted(entry) > 0) {
            entry.action.invokeVoid(new @Nullable Object[] {entry.id, entry.fd, told, entry.opaque});
        }
    }

    private synchronized @Nullable Entry handle(int id) {
        return handles.get(id);
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
