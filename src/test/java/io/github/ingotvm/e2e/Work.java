package io.github.ingotvm.e2e;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Refresher;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One kind of work on a machine with a golden image, that can be done any number of times. */
enum Work {
    DISPOSABLE {
        @Override
        void once(Services services, MachineId id, int round) {
            String name = fresh("passing", round);
            VirtualMachine clone = services.disposables().run(id, new Cloner.From.Golden(), name);
            services.power().forceOff(clone.id());
            services.disposables().sweep(Duration.ZERO);
        }
    },
    CLONE {
        @Override
        void once(Services services, MachineId id, int round) {
            String name = fresh("clone", round);
            cast(services, id, false, name + " a", name + " b", name + " c");
        }
    },
    FULL_CLONE {
        @Override
        void once(Services services, MachineId id, int round) {
            cast(services, id, true, fresh("full", round));
        }
    },
    SNAPSHOT {
        @Override
        void once(Services services, MachineId id, int round) {
            services.snapshotter().take(id, new Snapshotter.Request(fresh("snapshot", round)));
        }
    },
    REVERT {
        @Override
        void once(Services services, MachineId id, int round) {
            List<Snapshot> snapshots = services.inventory().snapshots(id);
            SnapshotId to = snapshots.get(round % snapshots.size()).id();
            services.reverter().revert(id, to, Optional.empty()).settle();
        }
    },
    UNDO {
        @Override
        void once(Services services, MachineId id, int round) {
            SnapshotId to = services.inventory().snapshots(id).get(0).id();
            services.reverter().revert(id, to, Optional.empty()).undo();
        }
    },
    PROMOTE {
        @Override
        void once(Services services, MachineId id, int round) {
            Snapshot snapshot = services.snapshotter().take(id, new Snapshotter.Request(fresh("golden", round)));
            services.golden().promote(id, snapshot.id(), "");
            List<GoldenVersion> golden = services.inventory().require(id).mark().golden();
            services.golden().demote(id, golden.get(golden.size() - 1).number());
        }
    },
    DELETE {
        @Override
        void once(Services services, MachineId id, int round) {
            for (VirtualMachine clone : cast(services, id, false, fresh("short-lived", round))) {
                services.lifecycle().delete(clone.id()).commit();
            }
        }
    },
    UPDATE {
        @Override
        void once(Services services, MachineId id, int round) {
            VirtualMachine clone =
                    cast(services, id, false, fresh("follower", round)).get(0);
            List<MachineId> all = List.of(clone.id());
            services.refresher().refresh(all, new Refresher.To.Own(), Refresher.Running.REFUSE, Progress.NONE);
            services.refresher().refresh(all, new Refresher.To.Own(), Refresher.Running.REFUSE, Progress.NONE);
            services.refresher().undo(all, Refresher.Running.REFUSE, Progress.NONE);
            services.refresher().dropFormer(all);
        }
    },
    COMPACT {
        @Override
        void once(Services services, MachineId id, int round) {
            for (String name : List.of("a", "b", "c")) {
                services.snapshotter().take(id, new Snapshotter.Request(fresh(name, round)));
            }
            List<Snapshot> snapshots = services.inventory().snapshots(id);
            services.snapshots().delete(id, snapshots.get(snapshots.size() - 2).id());
            services.compactor().compact(id, Progress.NONE);
        }
    },
    COMPACT_RUNNING {
        @Override
        void once(Services services, MachineId id, int round) {
            if (!services.inventory().require(id).state().isActive()) {
                services.power().start(id);
            }
            COMPACT.once(services, id, round);
        }
    },
    DETACH {
        @Override
        void once(Services services, MachineId id, int round) {
            VirtualMachine clone =
                    cast(services, id, false, fresh("leaving", round)).get(0);
            services.detacher().detach(clone.id(), Progress.NONE);
        }
    },
    DELETE_SNAPSHOT {
        @Override
        void once(Services services, MachineId id, int round) {
            Snapshot snapshot = services.snapshotter().take(id, new Snapshotter.Request(fresh("short-lived", round)));
            services.snapshots().delete(id, snapshot.id());
        }
    },
    RUNNING {
        @Override
        void once(Services services, MachineId id, int round) {
            takeAndRevertRunning(services, id, new Snapshotter.Request(fresh("live", round)));
        }
    },
    MEMORY {
        @Override
        void once(Services services, MachineId id, int round) {
            takeAndRevertRunning(services, id, new Snapshotter.Request(fresh("memory", round), "", true));
        }
    },
    IMPORT {
        @Override
        void once(Services services, MachineId id, int round) {
            InstallRequest.Source image = new InstallRequest.Source.Image(Demo.disk());
            VirtualMachine made = services.installer()
                    .create(
                            new InstallRequest(
                                    fresh("imported", round),
                                    image,
                                    64 * World.MIB,
                                    1,
                                    0,
                                    Firmware.BIOS,
                                    Optional.empty(),
                                    true,
                                    false),
                            Progress.NONE);
            services.lifecycle().delete(made.id()).commit();
        }
    },
    RENAME {
        @Override
        void once(Services services, MachineId id, int round) {
            services.lifecycle().rename(id, fresh("Renamed", round));
        }
    };

    abstract void once(Services services, MachineId id, int round);

    /** Unlike any other, also of earlier processes. */
    private static String fresh(String what, int round) {
        return what + " " + ProcessHandle.current().pid() + "." + round + "." + System.nanoTime();
    }

    private static void takeAndRevertRunning(Services services, MachineId id, Snapshotter.Request request) {
        if (!services.inventory().require(id).state().isActive()) {
            services.power().start(id);
        }
        Snapshot snapshot = services.snapshotter().take(id, request);
        services.reverter().revert(id, snapshot.id(), Optional.empty()).settle();
    }

    private static List<VirtualMachine> cast(Services services, MachineId id, boolean full, String... names) {
        return services.cloner()
                .clone(new Cloner.Request(id, new Cloner.From.Version(1), List.of(names), full, false), Progress.NONE);
    }
}
