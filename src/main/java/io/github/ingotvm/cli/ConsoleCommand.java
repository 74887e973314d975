package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.machines.SerialPort;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ingot console} */
@Command(
        description = {
            "Use the first serial port of a running virtual machine. Ctrl+] leaves it.",
            "Without a terminal it sends its input and prints what the machine says until that stops."
        })
final class ConsoleCommand extends Action {
    private static final long POLL_MILLIS = 200;

    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    ConsoleCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().machine(vm);
        if (!machine.state().isActive()) {
            throw new IngotException(
                    Kind.WRONG_STATE, machine.displayName() + " is not running; start it to use its serial port.");
        }
        Terminal terminal = session().terminal();
        boolean person = terminal.inIsTty();
        try (RawTerminal raw = person ? RawTerminal.enter() : RawTerminal.NONE;
                SerialPort port = session().services().power().serial(machine.id(), this::print)) {
            if (person) {
                raw.say(terminal.err(), "Connected to " + Width.safe(machine.displayName()) + ". Ctrl+] leaves it.");
            }
            ConsoleInput input = ConsoleInput.start(terminal.in(), port, person);
            await(input, port);
            if (person) {
                raw.say(terminal.err(), "");
            }
            if (!input.isLeft() && !port.isOpen()) {
                raw.say(terminal.err(), "The serial port was closed: the machine stopped, or somebody else uses it.");
            }
        }
        return ExitCode.DONE;
    }

    private void print(byte[] bytes) {
        Terminal terminal = session().terminal();
        terminal.out().write(bytes, 0, bytes.length);
        terminal.out().flush();
    }

    private void await(ConsoleInput input, SerialPort port) {
        CountDownLatch left = input.left();
        try {
            boolean over = false;
            while (!over) {
                over = left.await(POLL_MILLIS, TimeUnit.MILLISECONDS)
                        || !port.isOpen()
                        || session().cancellation().isCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
