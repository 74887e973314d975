package io.github.ingotvm.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.hypervisor.Power.StopReason;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the hypervisor in memory has beyond the port's contract: contents, locks, and its harsh sides. */
class FakeHypervisorTest {
    private final FakeHypervisor hypervisor = new FakeHypervisor();

    private MachineId machine(String name, String disk, OnReboot onReboot) {
        return hypervisor
                .machines()
                .define(hypervisor
                        .definitions()
                        .compose(new MachineSpec(
                                new MachineId(UUID.randomUUID()),
                                name,
                                "",
                                1 << 26,
                                1,
                                MachineSpec.Boot.BIOS,
                                Acceleration.TCG,
                                List.of(disk),
                                List.of(),
                                GuestHardware.MODERN,
                                onReboot,
                                Mark.NONE)));
    }

    private String image(String name) {
        return hypervisor.volumes().create(name, 1 << 26).path();
    }

    private String overlay(String name, String base) {
        return hypervisor.volumes().createOverlay(name, base, "qcow2");
    }

    @Test
    void showsThroughAnOverlayWhatLiesBelow() {
        String base = image("base");
        hypervisor.foreign().writes(base, "a", "1");
        hypervisor.foreign().writes(base, "b", "1");
        String top = overlay("top", base);
        MachineId id = machine("web", top, OnReboot.RESTART);
        hypervisor.power().start(id);

        hypervisor.guest().writes(id, "vda", "b", "2");

        assertThat(hypervisor.guest().reads(id, "vda")).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "2"));
        assertThat(hypervisor.guest().ownContent(base)).containsEntry("b", "1");
    }

    @Test
    void breaksWhatStandsOnADeletedBase() {
        String base = image("base");
        MachineId id = machine("web", overlay("top", base), OnReboot.RESTART);

        hypervisor.volumes().delete(base);

        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(() -> hypervisor.power().start(id));
    }

    @Test
    void locksImagesOnlyWhileSomebodyRuns() {
        String base = image("base");
        MachineId clone = machine("clone", overlay("top", base), OnReboot.RESTART);
        MachineId mould = machine("mould", base, OnReboot.RESTART);
        hypervisor.power().start(clone);

        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(() -> hypervisor.power().start(mould));

        hypervisor.power().destroy(clone);
        hypervisor.power().start(mould);
        assertThat(hypervisor.machines().find(mould).orElseThrow().state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void doesNotCopyAnImageThatIsBeingWritten() {
        MachineId id = machine("web", image("disk"), OnReboot.RESTART);
        hypervisor.power().start(id);

        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(() ->
                        hypervisor.volumes().copy("copy", hypervisor.volumes().pathOf("disk"), "qcow2", Progress.NONE));
    }

    @Test
    void stopsAtARebootWhenToldSo() {
        MachineId id = machine("installing", image("disk"), OnReboot.DESTROY);
        hypervisor.power().start(id);

        hypervisor.guest().reboots(id);

        assertThat(hypervisor.machines().find(id).orElseThrow().state()).isEqualTo(PowerState.OFF);
        assertThat(hypervisor.power().lastStop(id)).isEqualTo(StopReason.GUEST);
    }

    @Test
    void runsOutOfSpace() {
        hypervisor.foreign().limitsPool(FakeFile.EMPTY_IMAGE + 1);
        image("fits");

        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(() -> image("does not"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NO_SPACE));
    }

    @Test
    void keepsLinesOfADefinitionThatItDoesNotKnow() {
        MachineId id = machine("web", image("disk"), OnReboot.RESTART);
        hypervisor.foreign().edits(id, "watchdog", "i6300esb \\ \n two");
        Definition definition = hypervisor.machines().find(id).orElseThrow().definition();

        Definition edited = hypervisor.definitions().edit(definition, DefinitionEdit.NONE.cpus(2));

        assertThat(FakeDocument.parse(edited).get("watchdog")).contains("i6300esb \\ \n two");
    }

    @Test
    void isTheSameHostAfterIngotWasStartedAgain() {
        MachineId id = machine("web", image("disk"), OnReboot.RESTART);
        hypervisor.close();

        try (Hypervisor again = new FakeHypervisor(hypervisor.state())) {
            assertThat(again.machines().find(id)).isPresent();
        }
    }

    @Test
    void goesItsOwnWayAfterItWasCopied() {
        MachineId id = machine("web", image("disk"), OnReboot.RESTART);
        FakeHypervisor copy = new FakeHypervisor(hypervisor.state().copy());

        copy.power().start(id);
        copy.guest().writes(id, "vda", "only", "there");

        assertThat(hypervisor.machines().find(id).orElseThrow().state()).isEqualTo(PowerState.OFF);
        assertThat(hypervisor.guest().reads(id, "vda")).isEmpty();
    }

    @Test
    void doesNothingMoreAfterACrash() {
        Crashing crashing = Crashing.after(1, hypervisor);
        Hypervisor mortal = crashing.hypervisor();

        assertThatExceptionOfType(Crash.class).isThrownBy(() -> mortal.volumes().create("made", 1 << 20));
        assertThatExceptionOfType(Crash.class).isThrownBy(() -> mortal.volumes().list());

        assertThat(hypervisor.volumes().find(hypervisor.volumes().pathOf("made")))
                .isPresent();
    }
}
