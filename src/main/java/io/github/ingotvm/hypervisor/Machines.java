package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;

/** The machines of the connection. */
public interface Machines {
    /** All of them, whoever made them, in no order. One that vanishes while being read is left out. */
    List<VirtualMachine> list();

    Optional<VirtualMachine> find(MachineId id);

    /** What all of them are called, in no order; costs less than {@link #list}. */
    List<Name> names();

    /**
     * What a machine is called.
     *
     * @param domain its domain name
     * @param title free text, or empty
     */
    record Name(MachineId id, String domain, String title) {}

    /**
     * Makes a machine, or gives an existing one (same UUID and name) a new definition for its next start. Atomic.
     *
     * @throws HypervisorException {@code EXISTS} when another machine has the name, {@code INVALID} for a bad definition
     */
    MachineId define(Definition definition);

    /**
     * Forgets an inactive machine with its snapshots' metadata; touches no volume.
     *
     * @throws HypervisorException {@code WRONG_STATE} while it is active, {@code NOT_FOUND}
     */
    void undefine(MachineId id);

    /**
     * Changes the domain's name; snapshots stay. Off only.
     *
     * @throws HypervisorException {@code WRONG_STATE} while active, {@code EXISTS} when taken
     */
    void rename(MachineId id, String name);

    /** Changes the free-text title (at any time); an empty one removes it. Line breaks are not allowed ({@code INVALID}). */
    void setTitle(MachineId id, String title);

    /**
     * Gives a running machine another disk, now and for its next start. Atomic: it has it in both or in neither. The guest finds it as
     * soon as it looks for new devices.
     *
     * @param target that no drive has, now or at the next start
     * @param path of a qcow2 image; the disk comes on the bus of the first one
     * @throws HypervisorException {@code WRONG_STATE} unless it is active, {@code EXISTS} when the target is taken, {@code UNSUPPORTED}
     *     when its bus takes no disks while it runs, or has no free place
     */
    void plugIn(MachineId id, String target, String path);

    /** Replaces Ingot's metadata, now and for the next start. Atomic. Other tools' metadata stays. */
    void setMark(MachineId id, Mark mark);
}
