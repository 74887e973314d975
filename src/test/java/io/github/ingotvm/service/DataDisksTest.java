package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ingotvm.format.Appliance;
import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.machines.DataDisks;
import io.github.ingotvm.service.machines.Deletion;
import io.github.ingotvm.service.work.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class DataDisksTest extends Workshop {
    private static final long SIZE = 128 * Resources.MIB;

    private VirtualMachine vm;

    @BeforeEach
    void aMachineWithThreeDataDisks() {
        vm = machine("vm");
        for (int i = 0; i < 3; i++) {
            disks().add(vm.id(), SIZE);
        }
        start(vm);
        for (String target : List.of("vda", "vdb", "vdc", "vdd")) {
            guest.writes(vm.id(), target, "content", target);
        }
        stop(vm);
    }

    private DataDisks disks() {
        return services().disks();
    }

    private void golden() {
        services().golden().promote(vm.id(), snapshot(vm, "golden").id(), "");
        disks().setRole(vm.id(), "vdb", DiskRole.EMPTY);
        disks().setRole(vm.id(), "vdd", DiskRole.SHARED);
    }

    private VirtualMachine cast(String name, boolean full) {
        return services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of(name), full, false), Progress.NONE)
                .get(0);
    }

    @Test
    void aMachineIsGivenDisks() {
        assertThat(disks().of(vm.id()))
                .extracting(d -> d.disk().target(), DataDisk::capacity)
                .containsExactly(tuple("vdb", SIZE), tuple("vdc", SIZE), tuple("vdd", SIZE));
        start(vm);
        services().power().pause(vm.id());
        refused(Kind.WRONG_STATE, "not off", () -> disks().add(vm.id(), SIZE));
        stop(vm);
        refused(Kind.INVALID, "1 MiB", () -> disks().add(vm.id(), 5));
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void aRunningMachineIsGivenADiskThatSnapshotsRevertsAndClonesKnow() {
        start(vm);
        var before = snapshot(vm, "before");
        assertThat(disks().add(vm.id(), SIZE).disk().target()).isEqualTo("vde");
        guest.writes(vm.id(), "vde", "content", "hot");
        var after = snapshot(vm, "after");
        stop(vm);
        assertThat(guest.reads(vm.id(), "vde")).containsEntry("content", "hot");
        services().reverter().revert(vm.id(), before.id(), Optional.empty()).settle();
        assertThat(disks().of(vm.id())).hasSize(3);
        services().reverter().revert(vm.id(), after.id(), Optional.empty()).settle();
        assertThat(guest.reads(vm.id(), "vde")).containsEntry("content", "hot");
        services().golden().promote(vm.id(), after.id(), "");
        assertThat(guest.reads(cast("clone", false).id(), "vde")).containsEntry("content", "hot");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void aDiskIsTakenAwayWithItsFileUnlessASnapshotNeedsIt() {
        int files = fake.volumes().list().size();
        Deletion removal = disks().remove(vm.id(), "vdc");
        assertThat(disks().of(vm.id())).hasSize(3);
        removal.commit();
        assertThat(disks().of(vm.id())).extracting(d -> d.disk().target()).containsExactly("vdb", "vdd");
        assertThat(fake.volumes().list()).hasSize(files - 1);
        var snapshot = snapshot(vm, "s");
        disks().remove(vm.id(), "vdb").commit();
        assertThat(disks().add(vm.id(), SIZE).disk().target()).isEqualTo("vdb");
        services().reverter().revert(vm.id(), snapshot.id(), Optional.empty()).settle();
        assertThat(guest.reads(vm.id(), "vdb")).containsEntry("content", "vdb");
        assertThat(services().doctor().check()).isEmpty();
        refused(Kind.UNSUPPORTED, "its system", () -> disks().remove(vm.id(), "vda"));
        refused(Kind.NOT_FOUND, "it has vdb, vdd", () -> disks().remove(vm.id(), "vdx"));
    }

    @Test
    void clonesReceiveThemAsTheGoldenImageSays() {
        golden();
        VirtualMachine clone = cast("clone", false);
        assertThat(disk(clone)).containsEntry("content", "vda");
        assertThat(guest.reads(clone.id(), "vdb")).isEmpty();
        assertThat(guest.reads(clone.id(), "vdc")).containsEntry("content", "vdc");
        Disk shared = disks().of(clone.id()).get(2).disk();
        assertThat(shared.readOnly()).isTrue();
        assertThat(shared.source())
                .isEqualTo(disks().ofGolden(vm.id()).get(2).disk().source());
        assertThat(disks().of(clone.id())).extracting(DataDisk::capacity).containsOnly(SIZE);
        assertThat(services().doctor().check()).isEmpty();
        refused(Kind.IN_USE, "clone", () -> services().lifecycle().delete(vm.id()));
        refused(
                Kind.UNSUPPORTED,
                "shares its disk vdd",
                () -> services().detacher().detach(clone.id(), Progress.NONE));
    }

    @Test
    void clonesReceiveNewOnesOfTheirOwn() {
        golden();
        for (boolean full : List.of(false, true)) {
            List<VirtualMachine> clones = casting(full, "b", 5 * Resources.GIB, 6 * Resources.GIB);
            assertThat(clones).hasSize(2).allSatisfy(clone -> {
                assertThat(disks().of(clone.id()))
                        .extracting(d -> d.disk().target(), DataDisk::capacity)
                        .contains(tuple("vde", 5 * Resources.GIB), tuple("vdf", 6 * Resources.GIB));
                services().power().start(clone.id());
                guest.writes(clone.id(), "vdf", "new", "disk");
                stop(clone);
            });
            clones.forEach(c -> services().lifecycle().delete(c.id()).commit());
        }
        refused(Kind.INVALID, "at least 1 MiB", () -> casting(false, "c", 5L));
        assertThat(services().inventory().machines()).hasSize(1);
        assertThat(services().doctor().check()).isEmpty();
    }

    private List<VirtualMachine> casting(boolean full, String other, Long... sizes) {
        Cloner.Request request =
                new Cloner.Request(vm.id(), new From.Golden(), List.of("a", other), full, false, List.of(sizes));
        return services().cloner().clone(request, Progress.NONE);
    }

    @Test
    void aVersionWithASharedDiskIsRecordedAnewWhenItsRecordIsLost() {
        nextFromEditedClone();
        cast("later", false);
        services().sealer().sealAll(Progress.NONE);
        GoldenVersion second = now(vm.id()).mark().golden(2).orElseThrow();
        List<Disk> before = services()
                .inventory()
                .require(vm.id(), second.snapshot())
                .hardware()
                .disks();
        fake.snapshots().forget(vm.id(), second.snapshot());

        Verification verified =
                services().verifier().verify(vm.id(), List.of(2), Progress.NONE).get(0);
        services().restorer().restoreFrom(verified, List.of(), Progress.NONE);

        assertThat(services()
                        .inventory()
                        .require(vm.id(), second.snapshot())
                        .hardware()
                        .disks())
                .extracting(Disk::target, Disk::source, Disk::readOnly)
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .map(d -> tuple(d.target(), d.source(), d.readOnly()))
                        .toList());
        assertThat(guest.reads(cast("again", false).id(), "vdd")).containsEntry("content", "vdd");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void aFullCloneSharesNothing() {
        golden();
        VirtualMachine clone = cast("clone", true);
        assertThat(guest.reads(clone.id(), "vdb")).isEmpty();
        assertThat(guest.reads(clone.id(), "vdd")).containsEntry("content", "vdd");
        assertThat(disks().of(clone.id())).noneMatch(d -> d.disk().readOnly());
        services().lifecycle().delete(vm.id()).commit();
        assertThat(services().doctor().check()).isEmpty();
    }

    /** The next version, from a clone that was changed: in that, the shared disk is read-only. */
    private void nextFromEditedClone() {
        golden();
        VirtualMachine editing = cast("editing", false);
        edit(editing, "system", "two");
        Snapshot second = snapshot(editing, "second");
        services().golden().promoteTo(vm.id(), editing.id(), second.id(), "");
    }

    @Test
    void aSharedDiskIsPartOfTheNextVersionFromAnEditedClone() throws IOException {
        nextFromEditedClone();
        String layer = disks().ofGolden(vm.id()).get(2).disk().source().orElseThrow();
        GoldenVersion second = now(vm.id()).currentGolden().orElseThrow();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.seals()).extracting(Seal::path).contains(layer);
        services().sealer().sealAll(Progress.NONE);
        assertThat(now(vm.id()).currentGolden().orElseThrow().content("vdd")).isPresent();
        VirtualMachine full = cast("full", true);
        assertThat(guest.reads(full.id(), "vdd")).containsEntry("content", "vdd");
        assertThat(disks().of(full.id())).noneMatch(d -> d.disk().readOnly());
        assertThat(disks().of(cast("linked", false).id()).get(2).disk().source())
                .contains(layer);
        Path file = services().exporter().export(vm.id(), 2, folder.resolve("v2.ova"), false, Progress.NONE);
        try (Appliance appliance = Appliance.open(file)) {
            assertThat(appliance.ovf().disks()).hasSize(4);
        }
        assertThat(services().versions().compare(vm.id(), 1, 2).differing()).isNotEqualTo(0);
    }

    @Test
    void aDiskThatWasSharedIsCarriedOnByClonesOnceTheImageSaysSo() {
        nextFromEditedClone();
        disks().setRole(vm.id(), "vdd", DiskRole.LINKED);
        VirtualMachine linked = cast("linked", false);
        disks().setRole(vm.id(), "vdd", DiskRole.EMPTY);
        VirtualMachine empty = cast("empty", false);

        start(linked);
        guest.writes(linked.id(), "vdd", "mine", "written");
        stop(linked);
        assertThat(guest.reads(linked.id(), "vdd"))
                .containsEntry("content", "vdd")
                .containsEntry("mine", "written");
        start(empty);
        assertThat(guest.reads(empty.id(), "vdd")).isEmpty();
        guest.writes(empty.id(), "vdd", "mine", "written");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void theVersionASharedDiskCameFromIsRetiredAndTheLayerStaysProtected() {
        nextFromEditedClone();
        String layer = disks().ofGolden(vm.id()).get(2).disk().source().orElseThrow();
        services().versions().retire(vm.id(), 1);

        assertThat(fake.volumes().find(layer)).isPresent();
        assertThat(foreign.isReadOnly(layer)).isTrue();
        assertThat(guest.reads(cast("full", true).id(), "vdd")).containsEntry("content", "vdd");
        disks().remove(vm.id(), "vdd").commit();
        DefinitionEdit writing = DefinitionEdit.NONE.drives(DriveChanges.NONE.with("vdz", layer));
        fake.machines().define(fake.definitions().edit(now(vm.id()).definition(), writing));
        refused(Kind.IN_USE, "v2 of vm", () -> start(vm));
    }

    @Test
    void aFullCloneOfAPlainSnapshotSharesNothingEither() {
        golden();
        VirtualMachine clone = cast("clone", false);
        VirtualMachine full = services()
                .cloner()
                .clone(new Cloner.Request(clone.id(), new From.Present(), List.of("full"), true, false), Progress.NONE)
                .get(0);
        assertThat(guest.reads(full.id(), "vdd")).containsEntry("content", "vdd");
        assertThat(disks().of(full.id())).noneMatch(d -> d.disk().readOnly());
    }

    @Test
    void anUpdateKeepsThem() {
        golden();
        VirtualMachine clone = cast("clone", false);
        start(clone);
        guest.writes(clone.id(), "vdb", "mine", "kept");
        guest.writes(clone.id(), "vdc", "mine", "kept too");
        stop(clone);
        edit(vm, "system", "two");
        services().golden().promote(vm.id(), snapshot(vm, "second").id(), "");
        assertThat(services().refresher().refresh(List.of(clone.id()), new To.Current(), Running.REFUSE, Progress.NONE))
                .allMatch(CloneOutcome::changed);
        assertThat(disk(now(clone.id()))).containsEntry("system", "two");
        assertThat(guest.reads(clone.id(), "vdb")).containsEntry("mine", "kept");
        assertThat(guest.reads(clone.id(), "vdc")).containsEntry("mine", "kept too");
        assertThat(disks().of(clone.id()).get(2).disk().readOnly()).isTrue();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void rolesCanBeSaidBeforeThereIsAGoldenImageAndWithThePromotion() {
        refused(Kind.UNSUPPORTED, "its system", () -> disks().setRole(vm.id(), "vda", DiskRole.EMPTY));
        disks().setRole(vm.id(), "vdb", DiskRole.EMPTY);
        Snapshot first = snapshot(vm, "first");
        refused(
                Kind.NOT_FOUND,
                "it has vdb, vdc, vdd",
                () -> services().golden().promote(vm.id(), first.id(), "", Map.of("vdx", DiskRole.SHARED)));
        assertThat(now(vm.id()).currentGolden()).isEmpty();
        services().golden().promote(vm.id(), first.id(), "", Map.of("vdd", DiskRole.SHARED));
        assertThat(disks().ofSnapshot(vm.id(), first))
                .isEqualTo(disks().ofGolden(vm.id()))
                .extracting(DataDisk::role)
                .containsExactly(DiskRole.EMPTY, DiskRole.LINKED, DiskRole.SHARED);
    }

    @Test
    void rolesAreForDataDisksOfGoldenImages() {
        golden();
        refused(Kind.UNSUPPORTED, "its system", () -> disks().setRole(vm.id(), "vda", DiskRole.EMPTY));
        refused(Kind.NOT_FOUND, "no data disk vdz", () -> disks().setRole(vm.id(), "vdz", DiskRole.EMPTY));
        assertThat(disks().ofGolden(vm.id()))
                .extracting(DataDisk::role)
                .containsExactly(DiskRole.EMPTY, DiskRole.LINKED, DiskRole.SHARED);
        disks().setRole(vm.id(), "vdd", DiskRole.LINKED);
        assertThat(now(vm.id()).mark().series().roles()).containsOnlyKeys("vdb");
    }
}
