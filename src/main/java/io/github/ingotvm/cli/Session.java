package io.github.ingotvm.cli;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.history.History;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.Systems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one run of the command line works with. Connects when a command first needs it, so that help needs no hypervisor. */
final class Session implements AutoCloseable {
    private static final String OWN_SESSION = "qemu:///session";

    private final Terminal terminal;
    private final Cancellation cancellation;
    private final Cli.Wiring wiring;
    private @Nullable Services services;
    private Optional<String> named = Optional.empty();

    Session(Terminal terminal, Cancellation cancellation, Cli.Wiring wiring) {
        this.terminal = terminal;
        this.cancellation = cancellation;
        this.wiring = wiring;
    }

    Terminal terminal() {
        return terminal;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    void connectTo(String uri) {
        named = Optional.of(uri);
    }

    /** Where to connect: as named on the command line, else in the environment, else the user's own hypervisor. */
    String uri() {
        return named.or(() -> terminal.variable("INGOT_CONNECT"))
                .or(() -> terminal.variable("LIBVIRT_DEFAULT_URI"))
                .orElse(OWN_SESSION);
    }

    Services services() {
        Services open = services;
        if (open == null) {
            open = wiring.connect().apply(uri());
            services = open;
        }
        return open;
    }

    /** The operating systems that are known; connects to nothing. */
    Systems systems() {
        return wiring.systems().get();
    }

    /** What can be fetched, and what was; connects to no hypervisor. */
    Downloads downloads() {
        return wiring.downloads().get();
    }

    /** What happened on the connection; connects to nothing. */
    History history() {
        return wiring.history().apply(uri());
    }

    /** The machine of this UUID, name or title. */
    VirtualMachine machine(String reference) {
        return services().inventory().resolve(reference);
    }

    /** What has the golden image of this name or UUID. */
    VirtualMachine image(String reference) {
        return services().inventory().resolveImage(reference);
    }

    /** The same for a command that builds on what is installed: an installation that has ended is brought to its end first. */
    VirtualMachine settledMachine(String reference) {
        return settled(machine(reference));
    }

    VirtualMachine settled(VirtualMachine machine) {
        Optional<VirtualMachine> installed = services().installs().settle(machine.id());
        installed.ifPresent(
                m -> note("The installation of " + m.displayName() + " had ended; it was completed first."));
        // Also after a step that was not the last: the machine runs again.
        return machine.mark().install().isUnderWay() ? services().inventory().require(machine.id()) : machine;
    }

    Snapshot snapshot(VirtualMachine machine, String reference) {
        return services().inventory().resolveSnapshot(machine, reference);
    }

    /** Progress of long work; close it before anything else is printed. */
    ProgressBar progress() {
        return new ProgressBar(terminal, cancellation);
    }

    /** Says what was done. */
    void say(String sentence) {
        terminal.out().println(Width.safe(sentence));
    }

    /** Says something beside the output proper. */
    void note(String sentence) {
        terminal.err().println(Width.safe(sentence));
    }

    @Override
    public void close() {
        Services open = services;
        if (open != null) {
            services = null;
            open.close();
        }
    }

    /** A refusal of what was typed. */
    static IngotException invalid(String sentence) {
        return new IngotException(IngotException.Kind.INVALID, sentence);
    }
}
