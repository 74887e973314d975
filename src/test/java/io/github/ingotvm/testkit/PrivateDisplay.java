package io.github.ingotvm.testkit;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * A display of this process's own for its windows ({@code -Dingot.display=own}), so that several test processes can type and
 * click at the same time, and nobody's screen is used. It is there before JavaFX looks for one.
 */
public final class PrivateDisplay implements LauncherSessionListener {
    /** The environment as native libraries see it; Java's own view of it never changes. */
    interface Environment extends Library {
        int setenv(String name, String value, int overwrite);
    }

    private static final String SERVER =
            "Xvfb -displayfd 1 -screen 0 1440x900x24 -nolisten tcp </dev/null & read -r _; kill $!";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!"own".equals(System.getProperty("ingot.display"))) {
            return;
        }
        try {
            // Ends when this process has: its standard input is held open here, and by nobody else.
            Process server = new ProcessBuilder("sh", "-c", SERVER)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String number = server.inputReader(StandardCharsets.US_ASCII).readLine();
            if (number == null) {
                throw new IOException("Xvfb ended; is another display in its way?");
            }
            Native.load("c", Environment.class).setenv("DISPLAY", ":" + number, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Xvfb does not start; packaging/setup test installs it", e);
        }
    }
}
