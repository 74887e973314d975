package io.github.ingotvm.model;

/** Something happened on the connection. An event says <em>that</em>, never <em>what</em>: read the machine again. */
public sealed interface HypervisorEvent {
    /** A machine appeared, changed its state, definition, snapshots or metadata, or went away. */
    record MachineChanged(MachineId id) implements HypervisorEvent {}

    /** The connection broke; calls fail until {@link ConnectionRestored}. */
    record ConnectionLost(String reason) implements HypervisorEvent {}

    /** The connection is back; anything may have changed meanwhile. */
    record ConnectionRestored() implements HypervisorEvent {}
}
