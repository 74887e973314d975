package io.github.ingotvm.bench;

import io.github.ingotvm.libvirt.LibvirtHypervisor;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.names.NamePattern;
import io.github.ingotvm.service.snapshots.Reverted;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.testkit.PrivateLibvirt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often libvirt is asked: a figure that no other work on the machine blurs. libvirt's client library counts, in a log that is only
 * written when a process starts with it; so this is a process of its own.
 */
final class Calls {
    private static final String QUESTION = "RPC_CLIENT_MSG_TX_QUEUE";
    private static final int GIB = 2;
    private static final String LINE = "%-46s %10d %10d%n";

    private final Path log;
    private final Services services;
    private final Bare bare;
    private final Subject subject;

    private Calls(Path log, Services services, Bare bare, Subject subject) {
        this.log = log;
        this.services = services;
        this.bare = bare;
        this.subject = subject;
    }

    /** Prints a table. */
    static void print(PrivateLibvirt libvirt) throws Exception {
        Path log = libvirt.shared().resolve("calls.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djna.encoding=UTF-8",
                        Calls.class.getName(),
                        libvirt.uri(),
                        libvirt.shared().toString(),
                        libvirt.poolDir().toString(),
                        log.toString())
                .inheritIO();
        builder.environment().putAll(libvirt.environment());
        builder.environment()
                .putAll(Map.of("LIBVIRT_LOG_FILTERS", "1:rpc.netclient", "LIBVIRT_LOG_OUTPUTS", "1:file:" + log));
        if (builder.start().waitFor() != 0) {
            throw new IOException("the calls could not be counted");
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        try (Services services = Services.on(LibvirtHypervisor.connect(args[0]), folder.resolve("locks"))) {
            Subject subject = Subject.make(services, folder, GIB, 0);
            try (Bare bare = new Bare(args[0], args[2])) {
                new Calls(Path.of(args[3]), services, bare, subject).table();
            }
        }
    }

    private void table() throws Exception {
        System.out.printf("%n%-46s %10s %10s%n", "Questions to libvirt", "Ingot", "bare");
        Bare.Mould mould =
                bare.mould(subject.id().toString(), subject.disk(services), subject.layer(), (long) GIB << 30);
        int one = count(() -> cast(1));
        int bareOne = count(() -> bare.clone(mould));
        System.out.printf(LINE, "linked clone", one, bareOne);
        System.out.printf(LINE, "100 linked clones", count(() -> cast(100)), 100 * bareOne);
        List<Snapshot> taken = new ArrayList<>();
        int snapshot =
                count(() -> taken.add(services.snapshotter().take(subject.id(), new Snapshotter.Request("Counted"))));
        int promote =
                count(() -> services.golden().promote(subject.id(), taken.get(0).id(), ""));
        List<Reverted> reverted = new ArrayList<>();
        int revert = count(() -> reverted.add(
                services.reverter().revert(subject.id(), subject.base().id(), Optional.empty())));
        reverted.get(0).settle();
        Bare.Mould present =
                bare.mould(subject.id().toString(), subject.disk(services), subject.disk(services), (long) GIB << 30);
        System.out.printf(LINE, "snapshot", snapshot, count(() -> bare.snapshot(present)));
        System.out.printf(LINE, "revert", revert, count(() -> bare.revert(mould)));
        System.out.printf(LINE, "promote", promote, count(() -> bare.mark(mould)));
    }

    private List<VirtualMachine> cast(int count) {
        List<String> names = NamePattern.expand(String.format(Locale.ROOT, "counted-%d", count), count);
        return services.cloner()
                .clone(new Cloner.Request(subject.id(), new Cloner.From.Golden(), names, false, false), Progress.NONE);
    }

    private int count(Samples.Work work) throws Exception {
        int before = questions();
        work.run();
        return questions() - before;
    }

    private int questions() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return (int) lines.filter(line -> line.contains(QUESTION)).count();
        }
    }
}
