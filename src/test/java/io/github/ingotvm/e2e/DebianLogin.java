package io.github.ingotvm.e2e;

import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.machines.SerialPort;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** A user's shell on the serial port of an installed system, as it was let in by name and password. */
final class DebianLogin implements AutoCloseable {
    private static final Duration BOOT = Duration.ofMinutes(15);
    /** Between the taps on a key that make a prompt that was missed come again. */
    private static final Duration TAP = Duration.ofSeconds(5);

    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final SerialPort port;
    private int commands;

    private DebianLogin(Services services, MachineId id) {
        this.port = services.power().serial(id, this::heard);
    }

    static DebianLogin at(Services services, MachineId id, String host, String user, String password) {
        DebianLogin login = new DebianLogin(services, id);
        login.until(BOOT, Pattern.quote(host) + " login: *$", "\r");
        login.port.send(user + "\r");
        login.until(ANSWER, "Pass\\w+: *$", "");
        login.port.send(password + "\r");
        login.until(ANSWER, "\\$ *$", "");
        login.port.send("stty -echo; PS1=; bind 'set enable-bracketed-paste off'; echo rea''dy\r");
        login.until(ANSWER, "ready\\s*$", "");
        return login;
    }

    /** What a command prints, without white space around it. */
    String run(String command) {
        String end = "<end" + ++commands + ">";
        int from = text().length();
        port.send(command + "; printf '%s\\n' '" + end + "'\r");
        until(ANSWER, Pattern.quote(end), "");
        return text().substring(from).replace(end, "").replace("\r", "").strip();
    }

    private void until(Duration patience, String pattern, String nudge) {
        Pattern awaited = Pattern.compile(pattern);
        try {
            await(pattern)
                    .atMost(patience)
                    .pollInterval(nudge.isEmpty() ? Duration.ofSeconds(1) : TAP)
                    .until(() -> {
                        if (awaited.matcher(text().replace("\r", "")).find()) {
                            return true;
                        }
                        if (!nudge.isEmpty()) {
                            port.send(nudge);
                        }
                        return false;
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("it said last: " + text(), e);
        }
    }

    private synchronized void heard(byte[] bytes) {
        said.writeBytes(bytes);
    }

    private synchronized String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        port.close();
    }
}
