package io.github.ingotvm.libvirt;

/** What libvirt calls the things that happen to a descriptor, and what {@code poll(2)} calls them. */
final class PollEvents {
    static final int READABLE = 1;
    private static final int WRITABLE = 2;
    private static final int ERROR = 4;
    private static final int HANGUP = 8;

    /** Told whether asked for or not. */
    static final int ALWAYS = ERROR | HANGUP;

    private static final int POLLIN = 1;
    private static final int POLLOUT = 4;
    private static final int POLLERR = 8;
    private static final int POLLHUP = 16;
    private static final int POLLNVAL = 32;

    private PollEvents() {}

    static int wanted(int events) {
        return ((events & READABLE) != 0 ? POLLIN : 0) | ((events & WRITABLE) != 0 ? POLLOUT : 0);
    }

    static int happened(int events) {
        return ((events & POLLIN) != 0 ? READABLE : 0)
                | ((events & POLLOUT) != 0 ? WRITABLE : 0)
                | ((events & (POLLERR | POLLNVAL)) != 0 ? ERROR : 0)
                | ((events & POLLHUP) != 0 ? HANGUP : 0);
    }
}
