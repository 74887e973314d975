package io.github.ingotvm.libvirt;

/** What libvirt calls the things that happen to a descriptor, and what {@code epoll(7)} calls them. */
final class PollEvents {
    static final int READABLE = 1;
    private static final int WRITABLE = 2;
    private static final int ERROR = 4;
    private static final int HANGUP = 8;

    /** Told whether asked for or not. */
    static final int ALWAYS = ERROR | HANGUP;

    private static final int EPOLLIN = 1;
    private static final int EPOLLOUT = 4;
    private static final int EPOLLERR = 8;
    private static final int EPOLLHUP = 16;

    private PollEvents() {}

    static int wanted(int events) {
        return ((events & READABLE) != 0 ? EPOLLIN : 0) | ((events & WRITABLE) != 0 ? EPOLLOUT : 0);
    }

    static int happened(int events) {
        return ((events & EPOLLIN) != 0 ? READABLE : 0)
                | ((events & EPOLLOUT) != 0 ? WRITABLE : 0)
                | ((events & EPOLLERR) != 0 ? ERROR : 0)
                | ((events & EPOLLHUP) != 0 ? HANGUP : 0);
    }
}
