package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Power.SerialLine;
import io.github.ingotvm.hypervisor.Power.StopReason;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Promises of {@link Power}. */
interface PowerContract extends Contract {
    int KEY_ENTER = 28;

    private Power power() {
        return rig().hypervisor.power();
    }

    private PowerState state(MachineId id) {
        return rig().machine(id).state();
    }

    @Test
    default void startsAMachine() {
        MachineId id = rig().off();

        power().start(id);

        assertThat(state(id)).isEqualTo(PowerState.RUNNING);
        assertThat(rig().machine(id).live()).isPresent();
    }

    @Test
    default void knowsThatAMachineWasPausedByPeople() {
        MachineId id = rig().running();
        power().suspend(id);

        assertThat(power().isStalled(id)).isFalse();
    }

    @Test
    default void refusesToStartAnActiveMachine() {
        MachineId id = rig().running();

        assertRefused(Kind.WRONG_STATE, () -> power().start(id));
    }

    @Test
    default void failsToStartAMachineWhoseImageIsGoneAndLeavesItOff() {
        MachineId id = rig().off();
        rig().hypervisor.volumes().delete(rig().present(id));

        assertFails(() -> power().start(id));

        assertThat(state(id)).isEqualTo(PowerState.OFF);
    }

    @Test
    default void failsToStartAMachineWhoseLayerIsGone() {
        MachineId id = rig().off();
        String layer = rig().present(id);
        rig().snapshot(id, "frozen");
        rig().hypervisor.volumes().delete(layer);

        assertFails(() -> power().start(id));
    }

    @Test
    default void runsAMachineThatIsForgottenWhenItStops() {
        String image = rig().image();
        MachineId id = rig().run(rig().definition(rig().unique("passing"), image));

        assertThat(state(id)).isEqualTo(PowerState.RUNNING);
        assertThat(rig().machine(id).persistent()).isFalse();
        assertThat(rig().machine(id).live()).isPresent();
        power().reset(id);
        assertThat(state(id)).as("after a reset").isEqualTo(PowerState.RUNNING);

        power().destroy(id);

        assertThat(rig().hypervisor.machines().find(id)).isEmpty();
        assertThat(rig().hypervisor.volumes().find(image)).isPresent();
    }

    @Test
    default void keepsAPassingMachineThatIsDefinedWhileItRuns() {
        MachineId id = rig().run(rig().definition(rig().unique("passing"), rig().image()));

        rig().define(rig().machine(id).definition());

        assertThat(rig().machine(id).persistent()).isTrue();
        assertThat(state(id)).isEqualTo(PowerState.RUNNING);
        power().destroy(id);
        assertThat(state(id)).isEqualTo(PowerState.OFF);
        power().start(id);
        assertThat(state(id)).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void runsNoPassingMachineUnderATakenNameOrOnAnImageThatIsGone() {
        String taken = rig().machine(rig().off()).name();
        assertRefused(Kind.EXISTS, () -> power().run(rig().definition(taken, rig().image())));

        String name = rig().unique("passing");
        assertFails(() -> power().run(rig().definition(name, rig().nowhere())));
        assertThat(rig().hypervisor.machines().names())
                .noneMatch(n -> n.domain().equals(name));
    }

    @Test
    default void pullsThePlugAndRemembersIt() {
        MachineId id = rig().running();

        power().destroy(id);

        assertThat(state(id)).isEqualTo(PowerState.OFF);
        assertThat(power().lastStop(id)).isEqualTo(StopReason.FORCED);
    }

    @Test
    default void pullsNoPlugOfAMachineThatIsOff() {
        MachineId id = rig().off();

        assertThatCode(() -> power().destroy(id)).doesNotThrowAnyException();
    }

    @Test
    default void doesNotKnowWhyAMachineNeverRan() {
        assertThat(power().lastStop(rig().off())).isEqualTo(StopReason.UNKNOWN);
    }

    @Test
    default void pausesAndResumes() {
        MachineId id = rig().running();

        power().suspend(id);
        assertThat(state(id)).isEqualTo(PowerState.PAUSED);

        power().resume(id);
        assertThat(state(id)).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void refusesWhatOnlyAnActiveMachineCanDo() {
        MachineId id = rig().off();

        assertRefused(Kind.WRONG_STATE, () -> power().suspend(id));
        assertRefused(Kind.WRONG_STATE, () -> power().resume(id));
        assertRefused(Kind.WRONG_STATE, () -> power().shutdown(id));
        assertRefused(Kind.WRONG_STATE, () -> power().reboot(id));
        assertRefused(Kind.WRONG_STATE, () -> power().reset(id));
        assertRefused(Kind.WRONG_STATE, () -> power().sendKeys(id, KEY_ENTER));
        assertRefused(Kind.WRONG_STATE, () -> power().serial(id, bytes -> {}).close());
    }

    @Test
    default void resetsARunningMachineWhichGoesOn() {
        MachineId id = rig().running();

        power().reset(id);

        assertThat(state(id)).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void asksForAShutdownWithoutWaiting() {
        MachineId id = rig().running();

        assertThatCode(() -> power().shutdown(id)).doesNotThrowAnyException();
    }

    @Test
    default void pressesKeys() {
        MachineId id = rig().running();

        assertThatCode(() -> power().sendKeys(id, KEY_ENTER)).doesNotThrowAnyException();
    }

    @Test
    default void hearsNoAgentWhereThereIsNone() {
        assertThat(power().agentAnswers(rig().running())).isFalse();
        assertThat(power().agentAnswers(rig().off())).isFalse();
        assertThat(power().busy()).isEmpty();
    }

    @Test
    default void dropsNoSavedMemoryWhereThereIsNone() {
        MachineId id = rig().off();

        assertThatCode(() -> power().dropSaved(id)).doesNotThrowAnyException();
    }

    @Test
    default void endsTheSerialLineWhenTheMachineStops() {
        MachineId id = rig().running();
        try (SerialLine line = power().serial(id, bytes -> {})) {
            assertThat(line.isOpen()).isTrue();

            power().destroy(id);

            await().atMost(Contract.PATIENCE).until(() -> !line.isOpen());
        }
    }

    @Test
    default void detachesTheEarlierReaderOfASerialLine() {
        MachineId id = rig().running();
        try (SerialLine earlier = power().serial(id, bytes -> {});
                SerialLine later = power().serial(id, bytes -> {})) {
            await().atMost(Contract.PATIENCE).until(() -> !earlier.isOpen());
            assertThat(later.isOpen()).isTrue();
        }
    }

    @Test
    default void closesASerialLineForGood() {
        MachineId id = rig().running();
        SerialLine line = power().serial(id, bytes -> {});

        line.close();
        line.close();

        assertThat(line.isOpen()).isFalse();
    }

    @Test
    default void saysSoWhenAMachineToRunIsNotThere() {
        assertRefused(Kind.NOT_FOUND, () -> power().start(NOBODY));
        assertRefused(Kind.NOT_FOUND, () -> power().destroy(NOBODY));
        assertRefused(Kind.NOT_FOUND, () -> power().shutdown(NOBODY));
        assertRefused(Kind.NOT_FOUND, () -> power().suspend(NOBODY));
        assertRefused(Kind.NOT_FOUND, () -> power().lastStop(NOBODY));
        assertRefused(Kind.NOT_FOUND, () -> power().restore(NOBODY, rig().nowhere(), Map.of()));
    }
}
