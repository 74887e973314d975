package io.github.ingotvm.service.model;

import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.model.SnapshotOps.Then;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Thinks of what somebody might do next. */
final class Chooser {
    private static final int MOST_MACHINES = 7;
    private static final List<String> NAMES =
            List.of("alpha", "beta", "Ünï <&> ß", "a/b \"q\" 'r'", "日本", "gamma 7", "vm", "delta-" + "x".repeat(200));

    private final Random random;
    private final boolean shares;
    private int count;

    /** @param shares whether a golden image with a shared disk is what it comes to again and again */
    Chooser(Random random, boolean shares) {
        this.random = random;
        this.shares = shares;
    }

    Op next(Sight sight) {
        count++;
        List<MachineId> machines = new ArrayList<>(sight.machines.keySet());
        if (machines.isEmpty()) {
            return create();
        }
        if (shares && machines.size() <= MOST_MACHINES && random.nextInt(5) > 0) {
            Optional<Op> next = new SharingStory(random, sight, count).next();
            if (next.isPresent()) {
                return next.get();
            }
        }
        MachineId id = any(machines);
        if (machines.size() > MOST_MACHINES) {
            return sight.machine(id).isActive() ? new GuestOps.Stop(id, true) : new MachineOps.Delete(id, false);
        }
        MachineSight machine = sight.machine(id);
        if (machine.imageOnly) {
            return onImage(id, machine);
        }
        if (machine.disposable) {
            return onDisposable(id, machine, sight);
        }
        if (machine.install == Install.State.INSTALLING && random.nextInt(3) > 0) {
            return install(id, machine);
        }
        List<SnapshotId> snapshots = new ArrayList<>(machine.snapshots.keySet());
        return snapshots.isEmpty() || random.nextInt(5) < 2
                ? onMachine(id, machine, sight)
                : onSnapshot(id, any(snapshots), machine, sight);
    }

    private Op create() {
        if (random.nextInt(6) == 0) {
            return new InstallOps.Tell(any(NAMES), random.nextBoolean(), random.nextBoolean());
        }
        if (random.nextInt(8) == 0) {
            return new InstallOps.UseInPlace(any(NAMES), random.nextBoolean());
        }
        return new MachineOps.Create(
                any(NAMES), random.nextInt(4) == 0, random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
    }

    private Op install(MachineId id, MachineSight machine) {
        if (random.nextInt(5) == 0) {
            return new InstallOps.MarkInstalled(id);
        }
        if (machine.state == PowerState.RUNNING) {
            return new GuestOps.EndInstaller(id);
        }
        return machine.hasEndedInstalling() ? new MachineOps.Settle(id) : new GuestOps.Start(id);
    }

    private Op onMachine(MachineId id, MachineSight machine, Sight sight) {
        boolean running = machine.state == PowerState.RUNNING;
        boolean clone = machine.linkedTo.isPresent();
        return switch (random.nextInt(clone ? 27 : 18)) {
            case 16, 17 -> new CloneOps.Compact(id);
            case 24, 25, 26 -> new CloneOps.Detach(id);
            case 18, 19 -> new CloneOps.Refresh(id, new To.Current(), random.nextBoolean());
            case 20, 21 -> new CloneOps.Refresh(id, new To.Own(), random.nextBoolean());
            case 22 -> new CloneOps.Undo(id, random.nextBoolean());
            case 23 -> machine.former.isPresent() ? new CloneOps.Drop(id) : new CloneOps.Undo(id, true);
            case 0 -> create();
            case 1 -> new MachineOps.Rename(id, any(NAMES));
            case 2 -> new MachineOps.Delete(id, random.nextInt(4) == 0);
            case 3 -> new MachineOps.Vanish(id);
            case 4 -> random.nextBoolean() ? new MachineOps.Fix() : new MachineOps.Remove();
            case 5 -> new MachineOps.Resize(id, 1 + random.nextInt(2));
            case 6 -> running ? new GuestOps.Save(id) : new GuestOps.Start(id);
            case 7 -> new GuestOps.Stop(id, random.nextBoolean());
            case 8 -> standing(id, machine);
            case 9 -> running ? new GuestOps.Agent(id, random.nextBoolean()) : addDisk(id, machine);
            case 10, 11 -> new SnapshotOps.Take(id, snapshotName(), random.nextInt(3) == 0);
            case 12 -> random.nextBoolean() ? new MachineOps.Settle(id) : new InstallOps.MarkInstalled(id);
            case 13 -> removeDisk(id, machine);
            default -> running ? write(id, machine, sight) : new GuestOps.Start(id);
        };
    }

    private Op standing(MachineId id, MachineSight machine) {
        if (machine.state == PowerState.PAUSED) {
            return new GuestOps.Resume(id);
        }
        boolean restarts = machine.install == Install.State.NONE && random.nextInt(3) == 0;
        return restarts ? new GuestOps.Restart(id) : new GuestOps.Pause(id);
    }

    private Op onDisposable(MachineId id, MachineSight machine, Sight sight) {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new DisposableOps.Keep(id);
            case 2, 3 -> new GuestOps.Stop(id, random.nextBoolean());
            case 4 -> machine.state == PowerState.RUNNING ? new GuestOps.Pause(id) : new GuestOps.Start(id);
            case 5 -> new DisposableOps.Sweep();
            case 6 -> new MachineOps.Rename(id, any(NAMES));
            case 7 -> new CloneOps.Compact(id);
            default -> machine.state == PowerState.RUNNING ? write(id, machine, sight) : new GuestOps.Start(id);
        };
    }

    private Op write(MachineId id, MachineSight machine, Sight sight) {
        List<String> targets = new ArrayList<>(sight.machine(id).disks.keySet());
        return new GuestOps.Write(id, any(targets), machine.name.substring(0, 1) + count);
    }

    private Op addDisk(MachineId id, MachineSight machine) {
        return machine.state == PowerState.OFF && machine.disks.size() == 1 && machine.shared.isEmpty()
                ? new MachineOps.AddDisk(id, "disk" + count)
                : new GuestOps.Start(id);
    }

    private String snapshotName() {
        return random.nextInt(8) == 0 ? "again" : "snapshot / <" + count + "> ß";
    }

    private Op onSnapshot(MachineId id, SnapshotId snapshot, MachineSight machine, Sight sight) {
        return switch (random.nextInt(32)) {
            case 19 -> new DisposableOps.Run(id, snapshot, DisposableOps.NAME + count);
            case 20 -> new DisposableOps.Sweep();
            case 18 -> new GoldenOps.Seal(id, random.nextBoolean());
            case 16, 17 -> onGolden(id, machine);
            case 29, 30, 31 -> role(id, machine);
            case 25, 26, 27, 28 -> nextVersion(id, snapshot, sight);
            case 21, 22, 23, 24 -> new ImageOps.Keep(id, random.nextInt(4) == 0);
            case 0, 1 -> new GoldenOps.Promote(id, snapshot);
            case 2 ->
                machine.golden.isEmpty()
                        ? new GoldenOps.Promote(id, snapshot)
                        : new GoldenOps.Demote(id, any(new ArrayList<>(machine.golden.keySet())));
            case 3, 4, 5, 6 ->
                new GoldenOps.Clone(
                        id, from(snapshot, machine), names(), random.nextInt(3) == 0, random.nextInt(4) == 0);
            case 7 -> new SnapshotOps.Drop(id, snapshot);
            case 8 -> new SnapshotOps.Describe(id, snapshot, snapshotName(), "note " + count);
            case 9 -> new MachineOps.StandOn(id, snapshot, "overlay" + count);
            case 10 -> onLayer(id, machine, sight);
            case 11 -> new SnapshotOps.Take(id, snapshotName(), machine.isActive());
            default ->
                new SnapshotOps.Revert(
                        id,
                        snapshot,
                        random.nextInt(3) == 0 ? Optional.of(snapshotName()) : Optional.empty(),
                        any(List.of(Then.values())));
        };
    }

    private Op role(MachineId id, MachineSight machine) {
        List<String> data = machine.currentGolden()
                .map(machine::snapshot)
                .map(s -> Stream.concat(s.disks().keySet().stream(), s.shared().keySet().stream())
                        .filter(t -> !t.equals("vda"))
                        .toList())
                .orElse(List.of());
        return data.isEmpty()
                ? new DiskOps.Add(id, machine.disks.size() + 1)
                : new DiskOps.SetRole(id, any(data), any(List.of(DiskRole.values())));
    }

    private Op removeDisk(MachineId id, MachineSight machine) {
        List<String> data = Stream.concat(machine.disks.keySet().stream(), machine.shared.keySet().stream())
                .filter(t -> !t.equals("vda"))
                .toList();
        return data.isEmpty() ? new DiskOps.Add(id, machine.disks.size() + 1) : new DiskOps.Remove(id, any(data));
    }

    /** Of the golden image it was cast from, or of any other. */
    private Op nextVersion(MachineId id, SnapshotId snapshot, Sight sight) {
        List<MachineId> images = sight.machines.entrySet().stream()
                .filter(e -> !e.getKey().equals(id) && !e.getValue().golden.isEmpty())
                .map(e -> e.getKey())
                .toList();
        return images.isEmpty()
                ? new GoldenOps.Promote(id, snapshot)
                : new ImageOps.PromoteTo(any(images), id, snapshot);
    }

    private Op onImage(MachineId id, MachineSight image) {
        return switch (random.nextInt(8)) {
            case 0 -> new GoldenOps.Seal(id, random.nextBoolean());
            case 1, 2, 3 -> onGolden(id, image);
            case 4 -> random.nextBoolean() ? new ImageOps.Keep(id, false) : new MachineOps.Fix();
            default ->
                new GoldenOps.Clone(
                        id,
                        new From.Version(any(new ArrayList<>(image.golden.keySet()))),
                        names(),
                        random.nextInt(3) == 0,
                        random.nextInt(4) == 0);
        };
    }

    private Op onGolden(MachineId id, MachineSight machine) {
        if (machine.golden.isEmpty()) {
            return new GuestOps.Start(id);
        }
        int version = any(new ArrayList<>(machine.golden.keySet()));
        return switch (random.nextInt(6)) {
            case 0 -> new GoldenOps.Describe(id, "for " + count);
            case 1 -> new GoldenOps.Note(id, version, "brings " + count);
            case 2, 3 -> new GoldenOps.Pin(id, version);
            default -> new GoldenOps.Retire(id, version);
        };
    }

    private From from(SnapshotId snapshot, MachineSight machine) {
        return switch (random.nextInt(4)) {
            case 0 -> new From.OfSnapshot(snapshot);
            case 1 -> new From.Present();
            case 2 ->
                machine.golden.isEmpty()
                        ? new From.Golden()
                        : new From.Version(any(new ArrayList<>(machine.golden.keySet())));
            default -> machine.golden.isEmpty() ? new From.OfSnapshot(snapshot) : new From.Golden();
        };
    }

    private List<String> names() {
        return random.nextInt(3) == 0
                ? List.of(any(NAMES))
                : IntStream.rangeClosed(1, 1 + random.nextInt(3))
                        .mapToObj(i -> "clone " + count + "-" + i)
                        .toList();
    }

    /** Another machine that is off, or this one, on the layer of one of this one's golden images. */
    private Op onLayer(MachineId id, MachineSight machine, Sight sight) {
        List<MachineId> off = sight.machines.entrySet().stream()
                .filter(e -> e.getValue().state == PowerState.OFF && !e.getValue().imageOnly)
                .map(e -> e.getKey())
                .toList();
        if (machine.golden.isEmpty() || off.isEmpty()) {
            return new GuestOps.Start(id);
        }
        return new GoldenOps.StartOnLayer(any(off), id, any(new ArrayList<>(machine.golden.values())));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
