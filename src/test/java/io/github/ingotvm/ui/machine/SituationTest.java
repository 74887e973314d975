package io.github.ingotvm.ui.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Contact;
import io.github.ingotvm.ui.common.Notice;
import io.github.ingotvm.ui.machine.Help.Does;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SituationTest {
    private static final Contact LIVE = new Contact.Live();
    private static final Contact TRYING = new Contact.Trying(false);

    @Test
    void saysNothingWhileTheMachineCanBeUsed() {
        assertThat(of(PowerState.RUNNING, LIVE)).isEmpty();
        assertThat(Situation.of(machine(PowerState.RUNNING, Install.State.INSTALLING), false, true, LIVE))
                .isEmpty();
    }

    @Test
    void offersTheOneThingThatHelps() {
        assertThat(help(PowerState.OFF)).isEqualTo(new Help(Does.START, "Start"));
        assertThat(help(PowerState.SAVED)).isEqualTo(new Help(Does.START, "Start"));
        assertThat(help(PowerState.PAUSED)).isEqualTo(new Help(Does.RESUME, "Resume"));
        assertThat(help(PowerState.CRASHED)).isEqualTo(new Help(Does.START, "Start Again"));
    }

    @Test
    void offersNothingForWhatPassesByItself() {
        Optional<Situation> starting = Situation.of(machine(PowerState.OFF, Install.State.NONE), true, false, TRYING);
        Optional<Situation> lost = Situation.of(machine(PowerState.OFF, Install.State.NONE), false, true, TRYING);
        Optional<Situation> finishing =
                Situation.of(machine(PowerState.OFF, Install.State.FINISHING), false, false, TRYING);
        Optional<Situation> again = of(PowerState.RUNNING, new Contact.Trying(true));

        assertThat(List.of(starting, lost, finishing, again)).allSatisfy(s -> {
            assertThat(s).hasValueSatisfying(x -> assertThat(x.busy()).isTrue());
            assertThat(s.flatMap(Situation::help)).isEmpty();
        });
    }

    @Test
    void letsTheUserSayThatAStoppedInstallationHasEnded() {
        assertThat(Situation.of(machine(PowerState.OFF, Install.State.INSTALLING), false, false, TRYING))
                .hasValueSatisfying(s -> assertThat(s.markable()).isTrue());
    }

    @Test
    void tellsOfAConnectionOnlyWhenItTakesLong() {
        assertThat(of(PowerState.RUNNING, TRYING))
                .hasValueSatisfying(s -> assertThat(s.sudden()).isFalse());
    }

    @Test
    void offersTheWayOfATabThatCannotShowTheMachine() {
        Contact cannot = new Contact.Cannot(
                "Not in this window",
                "Its screen speaks SPICE.",
                Optional.of(new Notice.Action("Open in Remote Viewer", () -> {})));

        assertThat(of(PowerState.RUNNING, cannot).orElseThrow()).satisfies(s -> {
            assertThat(s.words()).isEqualTo("Its screen speaks SPICE.");
            assertThat(s.help()).contains(new Help(Does.OTHERWISE, "Open in Remote Viewer"));
        });
    }

    private static Help help(PowerState state) {
        return of(state, TRYING).flatMap(Situation::help).orElseThrow();
    }

    private static Optional<Situation> of(PowerState state, Contact contact) {
        return Situation.of(machine(state, Install.State.NONE), false, false, contact);
    }

    private static VirtualMachine machine(PowerState state, Install.State install) {
        Hardware hardware =
                new Hardware(1 << 20, 1, Firmware.BIOS, Optional.empty(), Acceleration.TCG, List.of(), List.of());
        Mark mark = Mark.NONE.with(new Install(install, 0, 1, true));
        return new VirtualMachine(
                MachineId.of("4dea22b3-1d52-d8f3-2516-782e98ab3fa0"),
                "vm",
                "",
                state,
                true,
                new Definition("<domain/>"),
                hardware,
                Optional.empty(),
                mark);
    }
}
