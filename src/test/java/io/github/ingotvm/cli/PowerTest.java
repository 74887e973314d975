package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.PowerState;
import org.junit.jupiter.api.Test;

class PowerTest extends CommandLineRig {
    @Test
    void startsAndStopsSeveralAtOnce() {
        machine("a");
        machine("b");
        ingot("start", "a", "b").succeeds();
        assertThat(find("a").state()).isEqualTo(PowerState.RUNNING);
        assertThat(ingot("stop", "a", "b", "--wait").succeeds().out())
                .contains("a is off.")
                .contains("b is off.");
        assertThat(find("b").state()).isEqualTo(PowerState.OFF);
    }

    @Test
    void doesNothingWhenOneOfTheNamesIsWrong() {
        machine("a");
        ingot("start", "a", "ghost").fails(ExitCode.NOT_FOUND, "ghost");
        assertThat(find("a").state()).isEqualTo(PowerState.OFF);
    }

    @Test
    void saysWhichMachineDoesNotShutDown() {
        machine("a");
        ingot("start", "a").succeeds();
        fake.guest().deaf(find("a").id(), true);
        Result result = ingot("stop", "a", "--wait", "0");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("a has not shut down within 0 s; `ingot kill` forces it.");
    }

    @Test
    void pausesResumesRestartsAndKills() {
        machine("a");
        ingot("start", "a").succeeds();
        ingot("pause", "a").succeeds();
        assertThat(find("a").state()).isEqualTo(PowerState.PAUSED);
        ingot("resume", "a").succeeds();
        ingot("restart", "a").succeeds();
        assertThat(find("a").state()).isEqualTo(PowerState.RUNNING);
        ingot("kill", "a").succeeds();
        assertThat(find("a").state()).isEqualTo(PowerState.OFF);
        ingot("kill", "a").fails(ExitCode.FAILED, "a is not running.");
    }

    @Test
    void opensNoScreenOfAMachineThatIsOff() {
        machine("a");
        ingot("view", "a").fails(ExitCode.FAILED, "a is not running; start it");
    }
}
