package io.github.ingotvm.testkit.linux;

import static org.awaitility.Awaitility.await;
import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.machines.SerialPort;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** Root's shell in a running Linux guest, on the first serial port. */
public final class LinuxShell implements AutoCloseable {
    /** An emulated guest on a busy machine: long enough to never be the reason of a failure. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration GREETING = Duration.ofMillis(200);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Services services;
    private final MachineId id;
    private final SerialPort port;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private LinuxShell(Services services, MachineId id) {
        this.services = services;
        this.id = id;
        this.port = services.power().serial(id, this::heard);
    }

    /** Starts the machine and waits for its shell. */
    public static LinuxShell boot(Services services, MachineId id) {
        services.power().start(id);
        return attach(services, id);
    }

    /** Waits for the shell of a machine that has been started. */
    public static LinuxShell attach(Services services, MachineId id) {
        LinuxShell shell = new LinuxShell(services, id);
        shell.greet();
        return shell;
    }

    /** The shell of a machine that goes on from memory kept while another such one was attached. */
    public static LinuxShell resume(Services services, MachineId id) {
        return new LinuxShell(services, id);
    }

    private synchronized void heard(byte[] bytes) {
        said.writeBytes(bytes); // which may end within a character
    }

    /** All that the guest has said so far. */
    public synchronized String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Types text as it is. */
    public void type(String text) {
        port.send(text);
    }

    /** Asks for a word until the shell says it: what is typed before it is there is lost. Then switches the echo off. */
    private void greet() {
        try {
            await("a shell")
                    .atMost(PATIENCE)
                    // Ever longer: the ^C drops what a slow guest has not read yet.
                    .pollInterval(iterative(d -> d.multipliedBy(2), GREETING))
                    .until(() -> {
                        port.send("\003\recho rea''dy\r"); // in two, so that its echo is not taken for it
                        return said().contains("ready");
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no shell; the guest said:\n" + said(), e);
        }
        run("stty -echo; PS1=; PS2=");
    }

    /** Runs a command and gives what it printed, without the last line's end; fails when the command does. */
    public String run(String command) {
        int number = COUNT.incrementAndGet();
        int from = said().length();
        // Cut in two, so that its echo is not taken for it.
        port.send("{ " + command + "\n}; printf '\\n<%s:%d>\\n' end" + number + " $?\n");
        Pattern end = Pattern.compile("\\r?\\n<end" + number + ":(\\d+)>");
        await(command)
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> end.matcher(said()).find(from));
        String all = said().substring(from);
        Matcher found = end.matcher(all);
        if (!found.find() || !found.group(1).equals("0")) {
            throw new AssertionError(command + " failed:\n" + all);
        }
        return all.substring(0, found.start()).replace("\r", "").strip();
    }

    /** Waits until a command, which may fail meanwhile, prints exactly this. */
    public void awaitOutput(String command, String output) {
        await(command)
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> run(command + " 2>/dev/null || true"), output::equals);
    }

    /** Waits until the guest's agent answers. */
    public void awaitAgent() {
        await("the guest's agent")
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> services.power().agentAnswers(id));
    }

    /** Lets the guest power itself off and waits until it has. */
    public void powerOff() {
        port.send("/sbin/shutdown\n");
        awaitOff();
    }

    /** Waits until the machine is off, for whatever reason. */
    public void awaitOff() {
        await("power off")
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> services.inventory()
                        .find(id)
                        .map(VirtualMachine::state)
                        .filter(PowerState.OFF::equals)
                        .isPresent());
        close();
    }

    @Override
    public void close() {
        port.close();
    }
}
