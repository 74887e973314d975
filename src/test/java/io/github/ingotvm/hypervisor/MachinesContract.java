package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.FileLook;
import io.github.ingotvm.model.FormerState;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Promises of {@link Machines}. */
interface MachinesContract extends Contract {
    String HARD_TEXT = "\"Ω\" <&> 'ß' 日本語 🙂 a/b \\n";

    private Machines machines() {
        return rig().hypervisor.machines();
    }

    @Test
    default void definesAMachineThatIsOffAndKept() {
        String name = rig().unique("web");
        MachineId id = rig().define(rig().definition(name, rig().image()));

        VirtualMachine machine = rig().machine(id);
        assertThat(machine.name()).isEqualTo(name);
        assertThat(machine.title()).isEmpty();
        assertThat(machine.state()).isEqualTo(PowerState.OFF);
        assertThat(machine.persistent()).isTrue();
        assertThat(machine.live()).isEmpty();
        assertThat(machine.mark()).isEqualTo(Mark.NONE);
        assertThat(machines().list()).extracting(VirtualMachine::id).containsOnlyOnce(id);
    }

    @Test
    default void findsNoMachineThatIsNotThere() {
        assertThat(machines().find(NOBODY)).isEmpty();
    }

    @Test
    default void saysWhatMachinesAreCalled() {
        MachineId plain = rig().off();
        MachineId titled = rig().running();
        machines().setTitle(titled, HARD_TEXT);

        assertThat(machines().names())
                .contains(new Machines.Name(plain, rig().machine(plain).name(), ""))
                .contains(new Machines.Name(titled, rig().machine(titled).name(), HARD_TEXT))
                .hasSameSizeAs(machines().list());
    }

    @Test
    default void givesAnExistingMachineANewDefinition() {
        MachineId id = rig().off();
        Definition more = rig().hypervisor
                .definitions()
                .edit(rig().machine(id).definition(), DefinitionEdit.NONE.memory(128L << 20));

        assertThat(machines().define(more)).isEqualTo(id);

        assertThat(rig().machine(id).hardware().memory()).isEqualTo(128L << 20);
        assertThat(machines().list()).extracting(VirtualMachine::id).containsOnlyOnce(id);
    }

    @Test
    default void givesARunningMachineItsNewDefinitionAtItsNextStart() {
        MachineId id = rig().running();
        Definition more = rig().hypervisor
                .definitions()
                .edit(rig().machine(id).definition(), DefinitionEdit.NONE.memory(128L << 20));

        machines().define(more);

        VirtualMachine machine = rig().machine(id);
        assertThat(machine.state()).isEqualTo(PowerState.RUNNING);
        assertThat(machine.hardware().memory()).isEqualTo(128L << 20);
        assertThat(machine.present().memory()).isEqualTo(64L << 20);
    }

    @Test
    default void plugsADiskIntoARunningMachineForGood() {
        MachineId id = rig().running();
        String image = rig().image();

        machines().plugIn(id, "vdb", image);

        VirtualMachine machine = rig().machine(id);
        for (Hardware hardware : List.of(machine.present(), machine.hardware())) {
            assertThat(hardware.writableDisks()).extracting(Disk::target).containsExactly("vda", "vdb");
            assertThat(hardware.writableDisks().get(1).source()).contains(image);
            assertThat(hardware.writableDisks().get(1).format()).isEqualTo("qcow2");
        }
        assertRefused(Kind.EXISTS, () -> machines().plugIn(id, "vdb", rig().image()));
        SnapshotId snapshot = rig().snapshot(id, "with both");
        assertThat(rig().snapshot(id, snapshot).hardware().writableDisks()).hasSize(2);
        rig().hypervisor.power().destroy(id);
        assertThat(rig().machine(id).hardware().writableDisks()).hasSize(2);
        rig().hypervisor.power().start(id);
    }

    @Test
    default void plugsNoDiskIntoABusThatTakesNoneWhileItRuns() {
        MachineId id = rig().define(rig().hypervisor.definitions().compose(rig().sata(rig().image())));
        rig().hypervisor.power().start(id);
        String image = rig().image();
        VirtualMachine before = rig().machine(id);

        assertRefused(Kind.UNSUPPORTED, () -> machines().plugIn(id, "sdb", image));

        assertThat(rig().machine(id).hardware()).isEqualTo(before.hardware());
        assertThat(rig().machine(id).live()).isEqualTo(before.live());
    }

    @Test
    default void plugsNoDiskIntoAMachineThatIsOff() {
        MachineId id = rig().off();
        String image = rig().image();
        VirtualMachine before = rig().machine(id);

        assertRefused(Kind.WRONG_STATE, () -> machines().plugIn(id, "vdb", image));

        assertThat(rig().machine(id)).isEqualTo(before);
    }

    @Test
    default void refusesToDefineAMachineWithAnotherOnesName() {
        MachineId id = rig().off();
        VirtualMachine before = rig().machine(id);

        assertRefused(Kind.EXISTS, () -> rig().define(rig().definition(before.name(), rig().image())));

        assertThat(rig().machine(id)).isEqualTo(before);
    }

    @Test
    default void refusesADefinitionThatCannotBeRead() {
        assertRefused(Kind.INVALID, () -> machines().define(new Definition("neither fish nor flesh")));
    }

    @Test
    default void forgetsAMachineWithItsSnapshotsAndLeavesItsVolumes() {
        MachineId id = rig().off();
        String frozen = rig().present(id);
        rig().snapshot(id, "one");
        String present = rig().present(id);

        machines().undefine(id);

        assertThat(machines().find(id)).isEmpty();
        assertThat(rig().hypervisor.volumes().find(frozen)).isPresent();
        assertThat(rig().hypervisor.volumes().find(present)).isPresent();
    }

    @Test
    default void refusesToForgetAnActiveMachine() {
        MachineId id = rig().running();

        assertRefused(Kind.WRONG_STATE, () -> machines().undefine(id));

        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void renamesAMachineWhoseSnapshotsStay() {
        MachineId id = rig().off();
        SnapshotId snapshot = rig().snapshot(id, "before");
        String name = rig().unique("renamed");

        machines().rename(id, name);

        assertThat(rig().machine(id).name()).isEqualTo(name);
        assertThat(rig().snapshot(id, snapshot).current()).isTrue();
    }

    @Test
    default void refusesToRenameAnActiveMachine() {
        MachineId id = rig().running();

        assertRefused(Kind.WRONG_STATE, () -> machines().rename(id, rig().unique("renamed")));
    }

    @Test
    default void refusesToRenameToATakenName() {
        MachineId id = rig().off();
        String taken = rig().machine(rig().off()).name();

        assertRefused(Kind.EXISTS, () -> machines().rename(id, taken));
    }

    @Test
    default void changesAndRemovesTheTitleOfAMachineThatIsOff() {
        MachineId id = rig().off();

        machines().setTitle(id, HARD_TEXT);
        assertThat(rig().machine(id).title()).isEqualTo(HARD_TEXT);

        machines().setTitle(id, "");
        assertThat(rig().machine(id).title()).isEmpty();
    }

    @Test
    default void changesTheTitleOfARunningMachineForGood() {
        MachineId id = rig().running();

        machines().setTitle(id, HARD_TEXT);
        assertThat(rig().machine(id).title()).isEqualTo(HARD_TEXT);

        rig().hypervisor.power().destroy(id);
        assertThat(rig().machine(id).title()).isEqualTo(HARD_TEXT);
    }

    @Test
    default void refusesATitleOfTwoLines() {
        MachineId id = rig().off();

        assertRefused(Kind.INVALID, () -> machines().setTitle(id, "one\ntwo"));
    }

    @Test
    default void keepsTheWholeMark() {
        MachineId id = rig().off();
        Mark mark = fullMark();

        machines().setMark(id, mark);

        assertThat(rig().machine(id).mark()).isEqualTo(mark);
    }

    @Test
    default void replacesTheMarkOfARunningMachineForGood() {
        MachineId id = rig().running();

        machines().setMark(id, fullMark());
        assertThat(rig().machine(id).mark()).isEqualTo(fullMark());

        rig().hypervisor.power().destroy(id);
        assertThat(rig().machine(id).mark()).isEqualTo(fullMark());
    }

    @Test
    default void takesTheMarkAway() {
        MachineId id = rig().off();
        machines().setMark(id, fullMark());

        machines().setMark(id, Mark.NONE);

        assertThat(rig().machine(id).mark()).isEqualTo(Mark.NONE);
    }

    private static Mark fullMark() {
        GoldenVersion first = new GoldenVersion(
                1,
                new SnapshotId("just-installed.0123456789ab"),
                HARD_TEXT + "\nsecond line",
                HARD_TEXT,
                Instant.parse("2026-02-03T04:05:06Z"),
                List.of(
                        new Seal(
                                "/pool/a b.qcow2",
                                123_456_789_012L,
                                new FileLook("17.5", OptionalLong.of(99_000_000_000L), Optional.of("4711")),
                                Optional.of("00ff")),
                        new Seal("/pool/ß.qcow2", 1, FileLook.UNKNOWN, Optional.empty())),
                Map.of("vda", "00ff", "vdb", ""));
        GoldenVersion third =
                new GoldenVersion(3, new SnapshotId("x"), "", "", Instant.parse("2026-03-04T05:06:07Z"), List.of());
        Lineage lineage = new Lineage(
                new MachineId(UUID.fromString("11111111-2222-4333-8444-555555555555")),
                HARD_TEXT,
                new SnapshotId("y"),
                HARD_TEXT,
                OptionalInt.of(7),
                true);
        return new Mark(
                new Install(Install.State.FINISHING, 2, 3, true),
                Optional.of("debian12"),
                new GoldenSeries(
                        HARD_TEXT,
                        HARD_TEXT + "\n",
                        List.of(first, third),
                        5,
                        OptionalInt.of(1),
                        true,
                        Map.of("vdb", DiskRole.EMPTY, "vdc", DiskRole.SHARED)),
                Optional.of(lineage),
                Optional.of(new FormerState(
                        lineage,
                        Map.of("vda", "/pool/" + HARD_TEXT, "vdb", "/pool/b.qcow2"),
                        Optional.of("/pool/c.fd"),
                        Instant.parse("2026-04-05T06:07:08Z"))),
                Hold.SPACE);
    }

    @Test
    default void saysSoWhenAMachineIsNotThere() {
        assertRefused(Kind.NOT_FOUND, () -> machines().undefine(NOBODY));
        assertRefused(Kind.NOT_FOUND, () -> machines().rename(NOBODY, "x"));
        assertRefused(Kind.NOT_FOUND, () -> machines().plugIn(NOBODY, "vdb", rig().nowhere()));
        assertRefused(Kind.NOT_FOUND, () -> machines().setTitle(NOBODY, "x"));
        assertRefused(Kind.NOT_FOUND, () -> machines().setMark(NOBODY, Mark.NONE));
        assertRefused(Kind.NOT_FOUND, () -> rig().hypervisor.snapshots().list(NOBODY));
    }
}
