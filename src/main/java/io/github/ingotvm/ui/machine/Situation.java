package io.github.ingotvm.ui.machine;

import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Contact;
import io.github.ingotvm.ui.machine.Help.Does;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/**
 * Why a machine cannot be used right now, in words.
 *
 * @param busy whether it passes by itself
 * @param sudden whether it is told at once; else only when it lasts
 * @param words what to know or do, a sentence or two; empty when the title says it all
 * @param help what the user would do next
 * @param markable whether the user may say that the installation has ended
 */
record Situation(
        Feather icon, boolean busy, boolean sudden, String title, String words, Optional<Help> help, boolean markable) {
    private static final Help START = new Help(Does.START, "Start");

    /**
     * Empty when it can be used.
     *
     * @param starting whether it has been told to start
     * @param lost whether the connection to the hypervisor is
     */
    static Optional<Situation> of(VirtualMachine machine, boolean starting, boolean lost, Contact contact) {
        if (lost && !(contact instanceof Contact.Live)) {
            return waiting("The connection is lost", "Machines go on running. Ingot reconnects by itself.");
        }
        if (machine.mark().install().state() == Install.State.FINISHING) {
            return waiting("Taking the snapshot Just Installed…", "Then the installed system starts.");
        }
        return switch (machine.state()) {
            case OFF -> starting ? starts() : off(machine);
            case SAVED ->
                starting
                        ? starts()
                        : told(Feather.MOON, "Saved", "Its memory is kept. It goes on where it was.", START);
            case PAUSED ->
                told(
                        Feather.PAUSE,
                        "Paused",
                        machine.mark().hold() == Hold.SPACE
                                ? "The disk under it is nearly full. Free some space: it goes on by itself."
                                : "",
                        new Help(Does.RESUME, "Resume"));
            case CRASHED ->
                starting
                        ? starts()
                        : told(
                                Feather.ALERT_TRIANGLE,
                                "It crashed",
                                "The system in it has stopped. What it wrote to its disks is still there.",
                                new Help(Does.START, "Start Again"));
            case RUNNING -> running(contact);
        };
    }

    private static Optional<Situation> off(VirtualMachine machine) {
        if (machine.mark().install().state() == Install.State.INSTALLING) {
            return Optional.of(new Situation(
                    Feather.DISC,
                    false,
                    true,
                    "The installation stopped",
                    "Start the machine to go on with it. If the system is installed, say so.",
                    Optional.of(START),
                    true));
        }
        return told(Feather.POWER, "Off", "", START);
    }

    private static Optional<Situation> running(Contact contact) {
        if (contact instanceof Contact.Cannot cannot) {
            return Optional.of(new Situation(
                    Feather.MONITOR,
                    false,
                    true,
                    cannot.title(),
                    cannot.sentence(),
                    cannot.way().map(w -> new Help(Does.OTHERWISE, w.label())),
                    false));
        }
        if (contact instanceof Contact.Trying trying) {
            String title = trying.again() ? "Connecting again…" : "Connecting…";
            return Optional.of(new Situation(Feather.MONITOR, true, false, title, "", Optional.empty(), false));
        }
        return Optional.empty();
    }

    private static Optional<Situation> starts() {
        return waiting("Starting…", "");
    }

    private static Optional<Situation> waiting(String title, String words) {
        return Optional.of(new Situation(Feather.LOADER, true, true, title, words, Optional.empty(), false));
    }

    private static Optional<Situation> told(Feather icon, String title, String words, Help help) {
        return Optional.of(new Situation(icon, false, true, title, words, Optional.of(help), false));
    }
}
