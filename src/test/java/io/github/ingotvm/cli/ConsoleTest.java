package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.MachineId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConsoleTest extends CommandLineRig {
    @Test
    void withoutATerminalItSendsItsInputAndPrintsUntilTheMachineStops() {
        machine("a");
        ingot("start", "a").succeeds();
        MachineId id = find("a").id();
        typed = "ls\n\u001d";
        CompletableFuture<Result> running = CompletableFuture.supplyAsync(() -> ingot("console", "a"));

        await().until(() -> fake.guest().heard(id).equals("ls\n\u001d"));
        fake.guest().says(id, "Größe\r\n");
        await().until(() -> !fake.guest().heard(id).isEmpty());
        fake.guest().powersOff(id);

        Result result = running.join().succeeds();
        assertThat(result.out()).isEqualTo("Größe\r\n");
        assertThat(result.err()).contains("The serial port was closed");
    }

    @Test
    void aMachineThatIsOffHasNoConsole() {
        machine("a");
        ingot("console", "a").fails(ExitCode.FAILED, "a is not running; start it");
        ingot("console", "b").fails(ExitCode.NOT_FOUND, "b");
    }
}
