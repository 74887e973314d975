package io.github.ingotvm.libvirt;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/** The few calls on descriptors that Java has no way to make. */
interface Libc extends Library {
    Libc X = Native.load("libc.so.6", Libc.class);

    int F_GETFL = 3;
    int F_SETFL = 4;
    int O_NONBLOCK = 0x800;
    int MSG_NOSIGNAL = 0x4000;
    int SHUT_RDWR = 2;
    int EINTR = 4;

    int fcntl(int fd, int command, Object... argument) throws LastErrorException;

    long recv(int fd, ByteBuffer buffer, long length, int flags) throws LastErrorException;

    long send(int fd, byte[] bytes, long length, int flags) throws LastErrorException;

    int shutdown(int fd, int how);

    int epoll_create1(int flags) throws LastErrorException;

    int epoll_ctl(int epoll, int operation, int fd, Pointer event) throws LastErrorException;

    /** No exception: the caller looks again anyway. */
    int epoll_wait(int epoll, Pointer events, int most, int milliseconds);

    int eventfd(int value, int flags) throws LastErrorException;

    long read(int fd, byte[] buffer, long length);

    long write(int fd, byte[] bytes, long length);

    int close(int fd);
}
