package io.github.ingotvm.cli;

import io.github.ingotvm.testkit.linux.SharedLinux;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingot console} on a terminal, with a Linux guest's shell at the other end. */
class SerialConsoleIT {
    private static final String WAY_OUT = "\u001d";
    private static final String CTRL_C = "\u0003";

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyKeyReachesTheGuestUntilTheWayOutIsTaken() throws InterruptedException {
        SharedLinux linux = SharedLinux.get();
        TypedProgram console = TypedProgram.start(linux.libvirt(), folder, List.of("console", linux.name()));
        console.says("Connected to " + linux.name() + ". Ctrl+] leaves it.")
                .type("\rstty echo; echo $((6 * 7)) Größe\r")
                .says("42 Größe")
                .type("echo sleeps $((6 * 8)); sleep 1000\r")
                .says("sleeps 48") // before, the shell still edits the line and takes Ctrl+C for itself
                .type(CTRL_C + "echo back $((1 + 1))\r")
                .says("back 2")
                .type(WAY_OUT)
                .ends(0);
    }
}
