package io.github.ingotvm.bench;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.names.NamePattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host full of clones of one golden image: what each look and each piece of work costs there. */
final class Crowd {
    private static final int ROUNDS = 3;

    private final Services services;
    private final Subject subject;
    private final Report report;
    private final List<VirtualMachine> clones = new ArrayList<>();

    Crowd(Services services, Subject subject, Report report) {
        this.services = services;
        this.subject = subject;
        this.report = report;
    }

    /** @param launcher of a built Ingot, whose start in the crowd is timed too */
    void measure(int size, Optional<Path> launcher, Map<String, String> environment) throws Exception {
        report.title(size + " linked clones of one golden image on one host");
        long empty = used();
        cast(size);
        look();
        report.plain("memory that Ingot keeps for each", "%.1f KiB", (used() - empty) / 1024.0 / size);
        work();
        if (launcher.isPresent()) {
            report.line("`ingot list`", command(launcher.get(), environment));
            report.title("From the command to the first window, with all these machines");
            WindowStart.measure(launcher.get(), environment, report);
        }
    }

    private void cast(int size) throws Exception {
        Samples casting = new Samples();
        casting.time(() -> clones.addAll(cast(NamePattern.expand("crowd", size))));
        report.line("to make them all", casting);
        report.plain("each of them", "%.1f ms", casting.medianMillis() / size);
        report.line("one more", of(() -> cast(List.of("one-more-" + System.nanoTime()))));
    }

    private List<VirtualMachine> cast(List<String> names) {
        return services.cloner()
                .clone(new Cloner.Request(subject.id(), new Cloner.From.Golden(), names, false, false), Progress.NONE);
    }

    private void look() throws Exception {
        report.line("to list them", of(() -> services.inventory().machines()));
        report.line("to list golden images", of(() -> services.golden().list()));
        report.line("the tree of their mould", of(() -> services.snapshots().tree(subject.id())));
        report.line("to check everything", of(() -> services.doctor().check()));
    }

    private void work() throws Exception {
        MachineId one = clones.get(0).id();
        Samples starting = new Samples();
        Samples deleting = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            starting.time(() -> services.power().start(one));
            services.power().forceOff(one);
            VirtualMachine last = clones.remove(clones.size() - 1);
            deleting.time(() -> services.lifecycle().delete(last.id()).commit());
        }
        report.line("to start one of them", starting);
        report.line("to delete one of them", deleting);
    }

    private static Samples command(Path launcher, Map<String, String> environment) throws Exception {
        return of(() -> {
            ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "list");
            builder.environment().putAll(environment);
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        });
    }

    private static Samples of(Samples.Work work) throws Exception {
        Samples samples = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            samples.time(work);
        }
        return samples;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
