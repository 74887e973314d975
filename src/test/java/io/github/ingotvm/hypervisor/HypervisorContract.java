package io.github.ingotvm.hypervisor;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every hypervisor must keep of the port's promises: extend it, say how to connect, and all of the contract's tests run. Each
 * test has a connection of its own; the host behind it may be shared, and holds nothing but what these tests make.
 */
public abstract class HypervisorContract
        implements MachinesContract,
                DefinitionsContract,
                PowerContract,
                RestoreContract,
                SnapshotsContract,
                SnapshotTreeContract,
                VolumesContract,
                CopyContract,
                ConsolesContract,
                MergingContract,
                SurroundingsContract {
    private @Nullable Rig rig;

    /** A new connection to the host under test. */
    protected abstract Hypervisor connect();

    @BeforeEach
    void connectRig() {
        rig = new Rig(connect());
    }

    @AfterEach
    void closeRig() {
        rig().close();
    }

    @Override
    public Rig rig() {
        Rig present = rig;
        if (present == null) {
            throw new IllegalStateException("there is a rig during tests only");
        }
        return present;
    }

    @Override
    public Hypervisor another() {
        return connect();
    }
}
