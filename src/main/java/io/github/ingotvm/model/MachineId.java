package io.github.ingotvm.model;

import java.util.UUID;

/** The UUID of a domain: the one name of a virtual machine that never changes. */
public record MachineId(UUID value) {
    public static MachineId of(String uuid) {
        return new MachineId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
