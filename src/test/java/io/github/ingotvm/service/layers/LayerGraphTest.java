package io.github.ingotvm.service.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.FileLook;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One machine with a snapshot, and a linked clone of it: base ← top (machine), base ← clone. */
class LayerGraphTest {
    private static final String POOL = "/pool";
    private static final String BASE = "/pool/vm.vda.000000000001.qcow2";
    private static final String TOP = "/pool/vm.vda.000000000002.qcow2";
    private static final String CLONE = "/pool/clone.vda.000000000003.qcow2";

    private final Map<String, Volume> volumes = new LinkedHashMap<>();
    private final List<VirtualMachine> machines = new ArrayList<>();
    private final Map<MachineId, List<Snapshot>> snapshots = new LinkedHashMap<>();
    private final List<Pool> pools = new ArrayList<>(List.of(new Pool("ingot", POOL, true, 0)));

    private final VirtualMachine vm = machine("vm", TOP);
    private final VirtualMachine clone = machine("clone", CLONE);

    LayerGraphTest() {
        volume(BASE, null);
        volume(TOP, BASE);
        volume(CLONE, BASE);
        snapshots.put(vm.id(), List.of(snapshot("first.00000000000a", BASE)));
    }

    @Test
    void aChainRunsFromTheOverlayToItsBase() {
        assertThat(graph().chain(TOP)).containsExactly(TOP, BASE);
    }

    @Test
    void aChainThatBitesItsTailEnds() {
        volume(BASE, TOP);
        assertThat(graph().chain(TOP)).containsExactly(TOP, BASE);
    }

    @Test
    void nothingIsUnneededWhileMachinesAndSnapshotsStandOnIt() {
        assertThat(graph().unneeded()).isEmpty();
    }

    @Test
    void anOverlayThatNoMachineUsesIsUnneededButItsBaseIsNot() {
        volume("/pool/x.vda.000000000009.qcow2", BASE);
        assertThat(paths(graph().unneeded())).containsExactly("/pool/x.vda.000000000009.qcow2");
    }

    @Test
    void unneededVolumesComeTopFirst() {
        machines.clear();
        snapshots.clear();
        assertThat(paths(graph().unneeded()).get(2)).isEqualTo(BASE);
    }

    @Test
    void aVolumeThatIngotDidNotMakeIsNeverUnneeded() {
        volume("/pool/my-own.qcow2", null);
        assertThat(graph().unneeded()).isEmpty();
    }

    @Test
    void aLayerUnderSomebodyElsesVolumeStays() {
        machines.clear();
        snapshots.clear();
        volume("/pool/my-own.qcow2", BASE);
        assertThat(paths(graph().unneeded())).containsExactlyInAnyOrder(TOP, CLONE);
    }

    @Test
    void whatARunningMachineHasPluggedInIsNeeded() {
        volume("/pool/x.vdb.000000000009.qcow2", null);
        Hardware live = hardware("/pool/x.vdb.000000000009.qcow2");
        machines.set(
                0,
                new VirtualMachine(
                        vm.id(),
                        "vm",
                        "",
                        PowerState.RUNNING,
                        true,
                        vm.definition(),
                        vm.hardware(),
                        Optional.of(live),
                        Mark.NONE));
        assertThat(graph().unneeded()).isEmpty();
    }

    @Test
    void theCloneStandsOnTheMachineAndNotTheOtherWayRound() {
        assertThat(graph().standingOn(graph().ownImages(vm), vm)).containsExactly(clone);
        assertThat(graph().standingOn(graph().ownImages(clone), clone)).isEmpty();
    }

    @Test
    void aMissingBaseIsNamed() {
        volumes.remove(BASE);
        assertThat(graph().missing(CLONE)).contains(BASE);
    }

    @Test
    void aFileOutsideAllPoolsIsNotCalledMissing() {
        volume(CLONE, "/elsewhere/base.qcow2");
        assertThat(graph().missing(CLONE)).isEmpty();
    }

    @Test
    void aFrozenImageIsKnownAsSuch() {
        assertThat(graph().frozenBy(BASE)).isPresent();
        assertThat(graph().frozenBy(TOP)).isEmpty();
    }

    @Test
    void aSnapshotsCopyOfTheFirmwareVariablesIsNeeded() {
        volume("/pool/first.nvram.00000000000a.fd", null);
        volume("/pool/other.nvram.00000000000b.fd", null);
        assertThat(paths(graph().unneeded())).containsExactly("/pool/other.nvram.00000000000b.fd");
    }

    @Test
    void nothingCanBeProvedWhileAPoolIsOff() {
        assertThat(graph().doubt()).isEmpty();
        pools.add(new Pool("usb", "/usb", false, 0));
        assertThat(graph().doubt()).hasValueSatisfying(d -> assertThat(d).contains("usb"));
    }

    private LayerGraph graph() {
        return new LayerGraph(new Scan(machines, snapshots, volumes, pools));
    }

    private static List<String> paths(List<Volume> volumes) {
        return volumes.stream().map(Volume::path).toList();
    }

    private void volume(String path, @org.jspecify.annotations.Nullable String backing) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        volumes.put(
                path, new Volume(path, name, "ingot", "qcow2", 1, 1, Optional.ofNullable(backing), FileLook.UNKNOWN));
    }

    private VirtualMachine machine(String name, String disk) {
        VirtualMachine machine = new VirtualMachine(
                new MachineId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                name,
                "",
                PowerState.OFF,
                true,
                new Definition(""),
                hardware(disk),
                Optional.empty(),
                Mark.NONE);
        machines.add(machine);
        return machine;
    }

    private static Hardware hardware(String disk) {
        Disk vda = new Disk("vda", Disk.Device.DISK, Optional.of(disk), "qcow2", false);
        return new Hardware(1, 1, Firmware.BIOS, Optional.empty(), Acceleration.TCG, List.of(vda), List.of());
    }

    private static Snapshot snapshot(String id, String frozen) {
        return new Snapshot(
                new SnapshotId(id),
                "First",
                "",
                Instant.EPOCH,
                Optional.empty(),
                true,
                Snapshot.Kind.EXTERNAL,
                Snapshot.Consistency.OFF,
                Optional.empty(),
                new Definition(""),
                hardware(frozen));
    }

    @Test
    void everyFileOfASnapshotIsAmongItsRoots() {
        assertThat(graph().roots(snapshot("first.00000000000a", BASE)))
                .isEqualTo(Set.of(BASE, "/pool/first.nvram.00000000000a.fd"));
    }
}
