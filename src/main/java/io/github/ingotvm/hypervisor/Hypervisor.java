package io.github.ingotvm.hypervisor;

/**
 * A connection to a hypervisor. Every method of every role may be called from any thread, blocks until done, throws
 * {@link HypervisorException} and nothing else, and after a lost connection fails with kind {@code DISCONNECTED} until the
 * connection is back.
 */
public interface Hypervisor extends AutoCloseable {
    /** The connection's URI. */
    String uri();

    Host host();

    Machines machines();

    Power power();

    Definitions definitions();

    Snapshots snapshots();

    Volumes volumes();

    Merging merging();

    Events events();

    Screens screens();

    Consoles consoles();

    /** Ends the connection; machines go on. Idempotent. */
    @Override
    void close();
}
