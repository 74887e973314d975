package io.github.ingotvm.console.keyboard;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The keyboard of an X server, which tests change and press as they like. */
public final class Keyboards implements AutoCloseable {
    private static final int CORE_KEYBOARD = 0x100;

    private final Optional<Process> server;
    private final String display;
    private final X x = Native.load("X11", X.class);
    private final Tests tests = Native.load("Xtst", Tests.class);
    private final Pointer connection;

    private Keyboards(Optional<Process> server, String display) {
        this.server = server;
        this.display = display;
        this.connection = x.XOpenDisplay(display);
    }

    /** Of libX11. */
    private interface X extends Library {
        Pointer XOpenDisplay(String display);

        boolean XkbLockGroup(Pointer connection, int device, int group);

        int XSync(Pointer connection, boolean discard);

        int XCloseDisplay(Pointer connection);
    }

    /** As native libraries see it. */
    private interface Environment extends Library {
        String getenv(String name);
    }

    /** Of libXtst. */
    private interface Tests extends Library {
        int XTestFakeKeyEvent(Pointer connection, int keycode, boolean down, NativeLong delay);
    }

    /** Of the display that this process's windows are on. It is an American keyboard again when this is closed. */
    public static Keyboards ofThisDisplay() {
        return new Keyboards(
                Optional.empty(), Native.load("c", Environment.class).getenv("DISPLAY"));
    }

    /** Of an X server of its own. */
    static Keyboards start() {
        try {
            Process server = new ProcessBuilder(
                            "Xvfb", "-displayfd", "1", "-screen", "0", "64x64x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = server.inputReader(StandardCharsets.US_ASCII);
            String number = out.readLine();
            if (number == null) {
                throw new AssertionError("Xvfb did not start");
            }
            return new Keyboards(Optional.of(server), ":" + number.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String display() {
        return display;
    }

    /** As setxkbmap has it: “us,ru”, and the variants of both, “,winkeys”. */
    public void layout(String layouts, String variants) {
        List<String> command = new ArrayList<>(List.of("setxkbmap", "-display", display, "-layout", layouts));
        command.addAll(List.of("-variant", variants));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("/dev/null").toFile())
                    .start();
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("setxkbmap " + layouts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Switches to another of the layouts, from 0. */
    public void group(int group) {
        x.XkbLockGroup(connection, CORE_KEYBOARD, group);
        x.XSync(connection, false);
    }

    /** @param code of the key, as Linux numbers it */
    public void key(int code, boolean down) {
        tests.XTestFakeKeyEvent(connection, code + 8, down, new NativeLong(0));
        x.XSync(connection, false);
    }

    @Override
    public void close() {
        if (server.isEmpty()) {
            layout("us", "");
        }
        x.XCloseDisplay(connection);
        server.ifPresent(Process::destroy);
    }
}
