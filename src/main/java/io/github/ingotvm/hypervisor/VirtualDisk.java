package io.github.ingotvm.hypervisor;

/**
 * What a guest would see of an image through its whole chain, to be read. For one thread. Whoever opened it sees to it that nothing writes
 * to any file of the chain meanwhile.
 */
public interface VirtualDisk extends AutoCloseable {
    /** Bytes that the guest sees. */
    long size();

    /** Whether there are zeros alone, as far as that can be told without reading them. */
    boolean isHole(long offset, int length);

    /**
     * Fills the beginning of the buffer.
     *
     * @throws HypervisorException {@code FAILED} when a file of the chain is damaged or can no longer be read
     */
    void read(long offset, byte[] buffer, int length);

    @Override
    void close();
}
