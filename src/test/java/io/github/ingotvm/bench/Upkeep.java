package io.github.ingotvm.bench;

import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Refresher;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.names.NamePattern;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it costs to keep a golden image and its clones over time. */
final class Upkeep {
    private static final int CLONES = 20;
    private static final int RUNNING = 5;
    private static final int ROUNDS = 3;
    private static final int MILLIS_A_CLONE = 100;

    private final Services services;
    private final Bare bare;
    private final Path folder;
    private final Report report;

    Upkeep(Services services, Bare bare, Path folder, Report report) {
        this.services = services;
        this.bare = bare;
        this.folder = folder;
        this.report = report;
    }

    void measure(Subject golden) throws Exception {
        report.title("Golden images kept over time");
        clonesKeepUp(golden);
        runningClonesKeepUp(golden);
        verify(golden);
        detach(golden);
        compact(golden);
    }

    /** Every round casts anew: an update of a clone that is up to date does nothing. */
    private void clonesKeepUp(Subject golden) throws Exception {
        Samples update = new Samples();
        Samples reset = new Samples();
        Samples floor = new Samples();
        Snapshot next = services.snapshotter().take(golden.id(), new Snapshotter.Request("Next version"));
        for (int round = 0; round <= ROUNDS; round++) {
            Samples ignored = new Samples(); // the first round's, when everything is new to the JVM
            List<MachineId> clones = cast(golden, CLONES);
            services.golden().promote(golden.id(), next.id(), "");
            (round == 0 ? ignored : update).time(() -> refresh(clones, new Refresher.To.Current()));
            (round == 0 ? ignored : reset).time(() -> refresh(clones, new Refresher.To.Own()));
            Bare.Mould mould = bare.mould(
                    clones.get(0).toString(), disk(clones.get(0)), golden.layer(), (long) golden.gib() << 30);
            (round == 0 ? ignored : floor).time(() -> {
                for (int i = 0; i < CLONES; i++) {
                    bare.revert(mould);
                }
            });
            delete(clones);
            bare.deleteVolumes();
            services.golden()
                    .demote(
                            golden.id(),
                            services.inventory().require(golden.id()).mark().lastVersion());
        }
        services.reverter()
                .revert(golden.id(), golden.base().id(), Optional.empty())
                .settle();
        services.snapshots().delete(golden.id(), next.id());
        report.beside(CLONES + " clones updated", update, floor);
        report.beside(CLONES + " clones reset", reset, floor);
        report.within(MILLIS_A_CLONE * CLONES, CLONES + " updated, at " + MILLIS_A_CLONE + " ms each", update);
        report.within(MILLIS_A_CLONE * CLONES, CLONES + " reset, at " + MILLIS_A_CLONE + " ms each", reset);
    }

    /** Forced off, which any guest obeys in the same time: what comes on top of it is ours. */
    private void runningClonesKeepUp(Subject golden) throws Exception {
        Samples update = new Samples();
        Samples floor = new Samples();
        Samples onTop = new Samples();
        Refresher.Running force = new Refresher.Running(Refresher.Running.How.FORCE_OFF, Duration.ofSeconds(10), false);
        for (int round = 0; round < ROUNDS; round++) {
            List<MachineId> clones = cast(golden, RUNNING);
            clones.forEach(services.power()::start);
            Samples off = new Samples();
            off.time(() -> clones.forEach(services.power()::forceOff));
            clones.forEach(services.power()::start);
            Samples ours = new Samples();
            ours.time(() -> refresh(clones, new Refresher.To.Own(), force));
            floor.addAll(off);
            update.addAll(ours);
            onTop.add((long) ((ours.medianMillis() - off.medianMillis()) * 1e6));
            delete(clones);
        }
        report.beside(RUNNING + " running clones reset, against off alone", update, floor);
        report.within(MILLIS_A_CLONE * RUNNING, "what that adds, at " + MILLIS_A_CLONE + " ms each", onTop);
    }

    private void refresh(List<MachineId> clones, Refresher.To to) {
        refresh(clones, to, Refresher.Running.REFUSE);
    }

    private void refresh(List<MachineId> clones, Refresher.To to, Refresher.Running running) {
        List<CloneOutcome> outcomes = services.refresher().refresh(clones, to, running, Progress.NONE);
        if (outcomes.size() != clones.size() || outcomes.stream().anyMatch(o -> !o.changed())) {
            throw new IllegalStateException("not all were renewed: " + outcomes);
        }
    }

    private void verify(Subject golden) throws Exception {
        Samples ours = new Samples();
        Samples theirs = new Samples();
        services.sealer().sealAll(golden.id(), Progress.NONE);
        int version = GoldenImages.requireCurrent(services.inventory().require(golden.id()))
                .number();
        for (int round = 0; round < ROUNDS; round++) {
            theirs.time(() -> Subject.run("sh", "-c", "sha256sum \"$1\" > /dev/null", "sh", golden.layer()));
            ours.time(() -> services.verifier().verify(golden.id(), List.of(version), Progress.NONE));
        }
        report.atMost(1.5, "verify, against sha256sum", ours, theirs);
    }

    private void detach(Subject golden) throws Exception {
        Samples ours = new Samples();
        Samples theirs = new Samples();
        Path copy = folder.resolve("detached.qcow2");
        for (int round = 0; round < ROUNDS; round++) {
            MachineId clone = cast(golden, 1).get(0);
            String disk = disk(clone);
            theirs.time(() -> Subject.run("qemu-img", "convert", "-O", "qcow2", disk, copy.toString()));
            Files.delete(copy);
            ours.time(() -> services.detacher().detach(clone, Progress.NONE));
            delete(List.of(clone));
        }
        report.beside("detach, against qemu-img convert", ours, theirs);
    }

    /** Half a GiB in a layer that a deleted snapshot has left behind. */
    private void compact(Subject golden) throws Exception {
        Samples ours = new Samples();
        Samples theirs = new Samples();
        Path copy = folder.resolve("merged.qcow2");
        for (int round = 0; round < ROUNDS; round++) {
            MachineId clone = cast(golden, 1).get(0);
            String layer = disk(clone);
            Subject.run("qemu-io", "-f", "qcow2", "-c", "write -q -P 91 1G 512M", layer);
            Snapshot middle = services.snapshotter().take(clone, new Snapshotter.Request("Middle"));
            services.snapshots().delete(clone, middle.id());
            theirs.time(() -> Subject.run(
                    "qemu-img", "convert", "-O", "qcow2", "-B", golden.layer(), "-F", "qcow2", layer, copy.toString()));
            Files.delete(copy);
            ours.time(() -> services.compactor().compact(clone, Progress.NONE));
            delete(List.of(clone));
        }
        report.beside("compact of 512 MiB, against qemu-img convert", ours, theirs);
    }

    private List<MachineId> cast(Subject golden, int count) {
        return services
                .cloner()
                .clone(
                        new Cloner.Request(
                                golden.id(),
                                new Cloner.From.Golden(),
                                NamePattern.expand("upkeep", count),
                                false,
                                false),
                        Progress.NONE)
                .stream()
                .map(VirtualMachine::id)
                .toList();
    }

    private String disk(MachineId id) {
        return services.inventory()
                .require(id)
                .hardware()
                .writableDisks()
                .get(0)
                .source()
                .orElseThrow();
    }

    private void delete(List<MachineId> machines) {
        new ArrayList<>(machines).forEach(id -> services.lifecycle().delete(id).commit());
    }
}
