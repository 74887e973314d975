package io.github.ingotvm.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void oneThatIsHeldHereIsNotTakenAgainAndStaysLockedAgainstOtherProcesses() throws IOException {
        LockFile.Held held = LockFile.in(folder, "m").hold();
        assertThat(isLockedForOthers()).isTrue();
        assertThat(LockFile.in(folder, "m").tryHold()).isNull();
        assertThat(isLockedForOthers()).as("after the try").isTrue();
        held.close();
        assertThat(isLockedForOthers()).isFalse();
        held.close();
        try (LockFile.Held again = LockFile.in(folder, "m").tryHold()) {
            assertThat(again).isNotNull();
        }
    }

    /** Another process tries. */
    private boolean isLockedForOthers() throws IOException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockFileTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .equals("held");
    }

    public static void main(String[] arguments) {
        LockFile.Held held = LockFile.in(Path.of(arguments[0]), "m").tryHold();
        System.out.println(held == null ? "held" : "free");
    }
}
