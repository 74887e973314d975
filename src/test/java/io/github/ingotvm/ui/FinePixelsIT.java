package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A desktop that is scaled by one and a half. A toolkit takes that once, so the window is in a process of its own. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class FinePixelsIT {
    @Test
    void showsEachPixelOfTheGuestByOneOfTheMonitor() throws IOException, InterruptedException {
        Process window = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dglass.gtk.uiScale=1.5",
                        "-Dprism.order=sw",
                        "-Dtestfx.robot=glass",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FinePixels.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String said = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(window.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(window.exitValue()).as(said).isZero();
            assertThat(said).contains("scale 1.5, shown 960.0 of 960 across");
        } finally {
            window.destroyForcibly();
        }
    }
}
