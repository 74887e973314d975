package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.MachineId;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Running machines. All but {@link #shutdown} and {@link #reboot} have taken effect when they return. */
public interface Power {
    /** Starts a machine that is off, or goes on from its saved memory. {@code WRONG_STATE} when already active. */
    void start(MachineId id);

    /**
     * Starts a machine that exists only for as long as it runs: the hypervisor forgets it the moment it stops, whoever or whatever stops
     * it, and touches none of its volumes then. {@link Machines#define} with its definition makes it stay.
     *
     * @throws HypervisorException {@code EXISTS} when another machine has the name or the UUID, {@code INVALID} for a bad definition;
     *     nothing is left of it then
     */
    MachineId run(Definition definition);

    /** Asks the guest to power off (ACPI, or its agent); it may take its time or refuse. */
    void shutdown(MachineId id);

    /** Pulls the plug. Does nothing when it is off. */
    void destroy(MachineId id);

    /** Why an inactive machine is not running, as far as the hypervisor remembers. */
    StopReason lastStop(MachineId id);

    /** Why a machine stopped. */
    enum StopReason {
        /** The guest did it: shut itself down, or rebooted under {@link OnReboot#DESTROY}. */
        GUEST,
        /** The plug was pulled. */
        FORCED,
        CRASHED,
        /** Never started, or the hypervisor forgot. */
        UNKNOWN
    }

    /** Asks the guest to restart. */
    void reboot(MachineId id);

    /** Resets the machine as by its reset button. */
    void reset(MachineId id);

    void suspend(MachineId id);

    void resume(MachineId id);

    /** Whether the hypervisor itself has paused the machine, since its disk took no more of what it wrote. */
    boolean isStalled(MachineId id);

    /** Drops the memory kept by a managed save, if any. */
    void dropSaved(MachineId id);

    /**
     * Starts an inactive machine from a memory file of one of its snapshots, on other disks and with the title, mark and file of
     * firmware variables of its persistent definition, which is not changed.
     *
     * @param disks drive target to the path of the image it continues on
     * @throws HypervisorException {@code WRONG_STATE} when active or when its name is not the one in the memory file
     */
    void restore(MachineId id, String memoryFile, Map<String, String> disks);

    /**
     * Presses and releases keys together.
     *
     * @param linuxKeyCodes as in linux/input-event-codes.h
     */
    void sendKeys(MachineId id, int... linuxKeyCodes);

    /** Whether the guest's agent answers now (within a second). */
    boolean agentAnswers(MachineId id);

    /**
     * The machines that the hypervisor is at some work on: a snapshot, a migration. It may be what somebody asked for who is gone by now; the
     * hypervisor goes on with it, and what will be in use after it cannot be seen before. Work that lets nobody ask, as a snapshot mostly
     * does, is waited for, half a minute at most.
     */
    Set<MachineId> busy();

    /**
     * Attaches to the first serial port of an active machine; an earlier reader is detached.
     *
     * @param sink receives what the guest says, on a thread of its own
     */
    SerialLine serial(MachineId id, Consumer<byte[]> sink);

    /** An open serial port. Ends by itself when the machine stops. */
    interface SerialLine extends AutoCloseable {
        void send(byte[] bytes);

        boolean isOpen();

        @Override
        void close();
    }
}
