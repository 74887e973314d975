package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.service.check.Doctor;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallRequest.Source;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is done to whole machines. */
final class MachineOps {
    private static final long SIZE = 64L << 20;

    private MachineOps() {}

    /** Makes a machine from an image or from an installation disc. */
    record Create(String name, boolean iso, boolean uefi, boolean snapshot, boolean start) implements Op {
        @Override
        public void run(World world) {
            Source source = iso
                    ? new Source.Iso(world.files().iso())
                    : new Source.Image(world.files().image());
            Firmware firmware = uefi ? Firmware.UEFI : Firmware.BIOS;
            world.services()
                    .installer()
                    .create(
                            new InstallRequest(
                                    name, source, SIZE, 1, SIZE, firmware, Optional.empty(), snapshot, start),
                            Progress.NONE);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.refused(name);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineId id = after.idOf(name);
            MachineSight made = after.newborn(name);
            made.uefi = uefi;
            made.install = iso ? Install.State.INSTALLING : Install.State.NONE;
            made.autoSnapshot = snapshot;
            if (snapshot && !iso) {
                made.freeze(after.machine(id).snapshotCalled("Just Imported"), made.freeze("Just Imported", false));
            }
            if (start) {
                made.start();
            }
            sight.machines.put(id, made);
        }

        @Override
        public Op again(Sight now) {
            if (iso || !snapshot || now.called(name).isEmpty() || now.hasSnapshot(name, "Just Imported")) {
                return this;
            }
            return new SnapshotOps.Take(now.idOf(name), "Just Imported", false);
        }
    }

    /** Looks whether the installer has ended, and completes it. */
    record Settle(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.services().installs().settle(id);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            if (machine.hasEndedInstalling()) {
                machine.endInstalling(after, id);
                machine.start();
            } else if (machine.install == Install.State.FINISHING && machine.state == PowerState.OFF) {
                machine.endInstalling(after, id);
            }
        }
    }

    /** Gives a machine another name. */
    record Rename(MachineId id, String name) implements Op {
        @Override
        public void run(World world) {
            world.services().lifecycle().rename(id, name);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            Sight others = before.copy();
            others.machines.remove(id);
            return others.isCalled(name) ? Optional.of(Kind.EXISTS) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            sight.machine(id).name = name;
        }
    }

    /** Deletes a machine, or thinks better of it. */
    record Delete(MachineId id, boolean undone) implements Op {
        @Override
        public void run(World world) {
            var deletion = world.services().lifecycle().delete(id);
            if (!undone) {
                deletion.commit();
            }
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            if (before.machine(id).isActive()) {
                return Optional.of(Kind.WRONG_STATE);
            }
            return new References(host).hasDependants(id) ? Optional.of(Kind.IN_USE) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            if (!undone) {
                sight.machines.remove(id);
            }
        }
    }

    /** Gives a machine more memory. */
    record Resize(MachineId id, int cpus) implements Op {
        @Override
        public void run(World world) {
            world.services().lifecycle().setResources(id, 2 * SIZE, cpus);
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }

    /** Removes what nothing needs. */
    record Fix() implements Op {
        @Override
        public void run(World world) {
            world.services().doctor().fix(Progress.NONE);
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }

    /** Removes what was looked through and found to be needed by nothing. */
    record Remove() implements Op {
        @Override
        public void run(World world) {
            Doctor doctor = world.services().doctor();
            doctor.remove(doctor.check().stream().map(Finding::subject).toList(), Progress.NONE);
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }

    /** Somebody deletes a machine with another tool. */
    record Vanish(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.foreign().deletes(id);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            sight.machines.remove(id);
        }
    }

    /** Somebody puts an image onto a layer, with another tool. */
    record StandOn(MachineId id, SnapshotId snapshot, String name) implements Op {
        @Override
        public void run(World world) {
            world.services().inventory().snapshots(id).stream()
                    .filter(s -> s.id().equals(snapshot))
                    .flatMap(s -> s.hardware().writableDisks().stream())
                    .flatMap(d -> d.source().stream())
                    .forEach(layer -> world.foreign()
                            .addsFile(
                                    layer.substring(0, layer.lastIndexOf('/') + 1)
                                            + References.FOREIGN
                                            + name
                                            + "-on-"
                                            + layer.substring(layer.lastIndexOf('/') + 1),
                                    "qcow2",
                                    SIZE,
                                    Optional.of(layer)));
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }

    /** Somebody adds a disk to a machine that is off, with another tool. */
    record AddDisk(MachineId id, String name) implements Op {
        @Override
        public void run(World world) {
            String path = "/fake/pools/ingot/" + References.FOREIGN + name;
            world.foreign().addsFile(path, "qcow2", SIZE, Optional.empty());
            world.foreign().edits(id, "disk.vdb.device", "DISK");
            world.foreign().edits(id, "disk.vdb.source", path);
            world.foreign().edits(id, "disk.vdb.format", "qcow2");
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.disks = new TreeMap<>(machine.disks);
            machine.disks.put("vdb", Map.of());
        }
    }
}
