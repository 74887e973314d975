package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.hypervisor.Snapshots.SnapshotRequest;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Promises about memory: of {@link Snapshots#create} and {@link Power#restore}. */
interface RestoreContract extends Contract {
    private Power power() {
        return rig().hypervisor.power();
    }

    /** A snapshot with memory of a running machine. */
    private Snapshot remember(MachineId id) {
        SnapshotId snapshot = new SnapshotId(rig().unique("memory"));
        String memory = rig().hypervisor.volumes().pathOf(snapshot + ".mem");
        rig().hypervisor
                .snapshots()
                .create(
                        id,
                        new SnapshotRequest(
                                snapshot, "with memory", "", rig().overlays(id), Optional.of(memory), false));
        return rig().snapshot(id, snapshot);
    }

    @Test
    default void keepsTheMemoryOfARunningMachineWhichGoesOn() {
        MachineId id = rig().running();
        String before = rig().present(id);

        Snapshot snapshot = remember(id);

        assertThat(snapshot.consistency()).isEqualTo(Snapshot.Consistency.MEMORY);
        assertThat(rig().hypervisor.volumes().find(snapshot.memory().orElseThrow()))
                .isPresent();
        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
        assertThat(rig().present(id)).isNotEqualTo(before);
    }

    @Test
    default void listsSnapshotsWhileMemoryIsBeingKept() {
        MachineId id = rig().running();
        Snapshot first = remember(id);

        CompletableFuture<Snapshot> second = CompletableFuture.supplyAsync(() -> remember(id));
        do {
            assertThat(rig().hypervisor.snapshots().list(id))
                    .extracting(Snapshot::id)
                    .contains(first.id());
        } while (!second.isDone());

        assertThat(rig().hypervisor.snapshots().list(id))
                .extracting(Snapshot::id)
                .containsExactly(first.id(), second.join().id());
    }

    @Test
    default void goesOnFromKeptMemoryOnOtherDisks() {
        MachineId id = rig().running();
        Snapshot snapshot = remember(id);
        power().destroy(id);
        Definition definition = rig().machine(id).definition();
        String layer = snapshot.hardware().writableDisks().get(0).source().orElseThrow();
        String overlay = rig().overlay(layer);

        power().restore(id, snapshot.memory().orElseThrow(), Map.of("vda", overlay));

        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
        assertThat(rig().present(id)).isEqualTo(overlay);
        assertThat(rig().machine(id).definition()).isEqualTo(definition);
    }

    @Test
    default void goesOnWithTheVariablesOfItsDefinition() {
        assumeTrue(rig().hypervisor.host().facts().capabilities().contains(Capability.UEFI));
        MachineId id = rig().define(rig().hypervisor.definitions().compose(rig().uefi(rig().image())));
        power().start(id);
        Snapshot snapshot = remember(id);
        power().destroy(id);
        Volumes volumes = rig().hypervisor.volumes();
        String kept = rig().machine(id).hardware().nvram().orElseThrow();
        String copy = volumes.copy(rig().unique("copy") + ".fd", kept, "raw", Progress.NONE)
                .path();
        rig().hypervisor
                .machines()
                .define(rig().hypervisor
                        .definitions()
                        .edit(rig().machine(id).definition(), DefinitionEdit.NONE.nvram(copy)));
        String layer = snapshot.hardware().writableDisks().get(0).source().orElseThrow();

        power().restore(id, snapshot.memory().orElseThrow(), Map.of("vda", rig().overlay(layer)));

        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
        assertThat(rig().machine(id).present().nvram()).contains(copy);
    }

    @Test
    default void goesOnFromTheSameMemoryAgainAndAgain() {
        MachineId id = rig().running();
        Snapshot snapshot = remember(id);
        String layer = snapshot.hardware().writableDisks().get(0).source().orElseThrow();
        for (int i = 0; i < 2; i++) {
            power().destroy(id);
            power().restore(id, snapshot.memory().orElseThrow(), Map.of("vda", rig().overlay(layer)));
        }

        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void refusesToRestoreAnActiveMachine() {
        MachineId id = rig().running();
        Snapshot snapshot = remember(id);

        assertRefused(
                Kind.WRONG_STATE,
                () -> power().restore(id, snapshot.memory().orElseThrow(), Map.of("vda", rig().present(id))));
    }

    @Test
    default void refusesToRestoreUnderAnotherName() {
        MachineId id = rig().running();
        Snapshot snapshot = remember(id);
        power().destroy(id);
        rig().hypervisor.machines().rename(id, rig().unique("renamed"));

        assertRefused(
                Kind.WRONG_STATE,
                () -> power().restore(id, snapshot.memory().orElseThrow(), Map.of("vda", rig().present(id))));

        assertThat(rig().machine(id).state()).isEqualTo(PowerState.OFF);
    }

    @Test
    default void failsToRestoreMemoryThatIsGone() {
        MachineId id = rig().off();

        assertFails(() -> power().restore(id, rig().nowhere(), Map.of("vda", rig().present(id))));

        assertThat(rig().machine(id).state()).isEqualTo(PowerState.OFF);
    }

    @Test
    default void refusesToKeepTheMemoryOfAMachineThatIsOff() {
        MachineId id = rig().off();
        String before = rig().present(id);

        assertRefused(Kind.WRONG_STATE, () -> remember(id));

        assertThat(rig().present(id)).isEqualTo(before);
        assertThat(rig().hypervisor.snapshots().list(id)).isEmpty();
    }
}
