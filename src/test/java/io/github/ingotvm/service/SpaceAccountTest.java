package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SpaceReport.OfMachine;
import io.github.ingotvm.model.SpaceReport.OfSnapshot;
import io.github.ingotvm.model.SpaceUse;
import io.github.ingotvm.model.SpaceUse.Kept;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.Resources;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class SpaceAccountTest extends Workshop {
    private static final long MIB = 1L << 20;

    private VirtualMachine vm;
    private VirtualMachine clone;

    @BeforeEach
    void aGoldenImageWithAClone() {
        vm = machine("vm");
        fill(vm, 100);
        Snapshot snapshot = snapshot(vm, "base");
        services().golden().promote(vm.id(), snapshot.id(), "");
        clone = services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of("clone"), false, false), Progress.NONE)
                .get(0);
        fill(clone, 7);
    }

    private void fill(VirtualMachine machine, long mib) {
        start(machine);
        guest.fills(machine.id(), "vda", mib * MIB);
        stop(machine);
    }

    private OfMachine of(VirtualMachine machine) {
        return services().space().report().of(machine.id()).orElseThrow();
    }

    private static void about(long bytes, long mib) {
        assertThat(bytes).isBetween(mib * MIB, (mib + 1) * MIB);
    }

    @Test
    void aCloneOwnsWhatItWroteAndSharesWhatItStandsOn() {
        OfMachine space = of(clone);
        about(space.use().own(), 7);
        about(space.use().shared(), 100);
        about(space.use().freed(), 7);
        about(space.use().full(), 107);
        assertThat(space.depth()).isEqualTo(2);
    }

    @Test
    void nothingIsFreedByWhatOthersStandOn() {
        OfMachine space = of(vm);
        assertThat(space.use().freed()).isZero();
        about(space.use().shared(), 100);
        assertThat(space.snapshots()).singleElement().satisfies(s -> {
            about(s.use().own(), 100);
            assertThat(s.use().freed()).isZero();
            assertThat(s.golden()).isPresent();
        });
        services().lifecycle().delete(clone.id()).commit();
        about(of(vm).use().freed(), 100);
    }

    @Test
    void aSnapshotFreesWhatItAloneFroze() {
        snapshot(clone, "seven");
        fill(clone, 3);
        var reverted = services()
                .reverter()
                .revert(
                        clone.id(),
                        services().inventory().snapshots(clone.id()).get(0).id(),
                        Optional.of("three"));
        reverted.settle();
        List<OfSnapshot> snapshots = of(clone).snapshots();
        assertThat(snapshots).extracting(OfSnapshot::name).containsExactly("seven", "three");
        assertThat(snapshots.get(0).use().freed()).as("needed by all").isZero();
        about(snapshots.get(1).use().freed(), 3);
        about(snapshots.get(1).use().full(), 110);
        frees(
                snapshots.get(1).use(),
                () -> services().snapshots().delete(clone.id(), snapshots.get(1).id()));
        delete(clone);
    }

    private long allocated() {
        return fake.volumes().list().stream().mapToLong(Volume::allocation).sum();
    }

    /** Does it, and finds that as much is free then as was said. */
    private void frees(SpaceUse said, Runnable work) {
        long before = allocated();
        work.run();
        assertThat(before - allocated()).isEqualTo(said.freed());
    }

    private void delete(VirtualMachine machine) {
        frees(
                of(machine).use(),
                () -> services().lifecycle().delete(machine.id()).commit());
    }

    @Test
    void aGoldenVersionFreesWhatItAloneNeedsOnceItIsRetired() {
        VirtualMachine desk = machine("desk");
        Snapshot root = snapshot(desk, "root");
        for (int version = 1; version <= 2; version++) {
            fill(desk, 10L * version);
            services().golden().promote(desk.id(), snapshot(desk, "v" + version).id(), "");
            services().reverter().revert(desk.id(), root.id(), Optional.empty()).settle();
        }
        OfSnapshot first = of(desk).snapshots().stream()
                .filter(s -> s.golden().filter(g -> g.number() == 1).isPresent())
                .findFirst()
                .orElseThrow();
        about(first.use().freed(), 10);
        frees(first.use(), () -> services().versions().retire(desk.id(), 1));
        delete(desk);
    }

    @Test
    void whatOtherToolsMadeIsNotFreed() {
        foreign.addsPool("default", "/images");
        foreign.addsFile("/images/foreign.qcow2", "qcow2", Resources.GIB, Optional.empty());
        VirtualMachine desk = machine("desk");
        foreign.edits(desk.id(), "disk.vda.source", "/images/foreign.qcow2");
        fill(desk, 20);
        services().doctor().fix(Progress.NONE);
        about(of(desk).use().own(), 20);
        assertThat(of(desk).use().freed()).isZero();
        assertThat(of(desk).use().kept()).isEqualTo(Kept.FOREIGN);
        delete(desk);
    }

    @Test
    void whatSomethingLeftOverStandsOnIsNotFreed() {
        VirtualMachine desk = machine("desk");
        fill(desk, 20);
        String image = NamedFiles.writableRoots(desk).iterator().next();
        fake.volumes().createOverlay(VolumeNames.disk("left", "vda", "0123456789ab"), image, "qcow2");
        assertThat(of(desk).use().freed()).isZero();
        delete(desk);
    }

    @Test
    void nothingIsFreedWhileStorageCannotBeSeen() {
        foreign.addsPool("other", "/elsewhere");
        foreign.setsPoolActive("other", false);
        assertThat(of(clone).use().kept()).isEqualTo(Kept.UNPROVED);
        delete(clone);
    }

    @Test
    void aPoolTellsWhatIsLeftOver() {
        fake.volumes().create(VolumeNames.disk("left", "vda", "0123456789ab"), Resources.GIB);
        assertThat(services().space().report().pools()).singleElement().satisfies(p -> {
            about(p.used(), 107);
            assertThat(p.leftover()).isBetween(1L, MIB);
        });
    }
}
