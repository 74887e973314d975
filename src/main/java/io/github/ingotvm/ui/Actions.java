package io.github.ingotvm.ui;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.ui.clone.CloneSheet;
import io.github.ingotvm.ui.common.CloneStarter;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.MachineCare;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.properties.RenameSheet;
import io.github.ingotvm.ui.properties.SnapshotSheet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What can be done with machines, done with the services. */
final class Actions implements MachineActions, CloneStarter {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;
    private final Deleting deleting;
    private final Disposing disposing;
    private final Care care;

    /** @param open shows a machine that was just made to be looked at */
    Actions(Services services, MachineStore store, Tools tools, Consumer<MachineId> open) {
        this.services = services;
        this.store = store;
        this.tools = tools;
        this.deleting = new Deleting(services, store, tools);
        this.disposing = new Disposing(services, store, tools, open);
        this.care = new Care(services, store, tools);
    }

    private void each(
            List<VirtualMachine> machines, Predicate<VirtualMachine> which, Consumer<MachineId> action, Runnable done) {
        machines.stream()
                .filter(which)
                .forEach(m -> tools.background().run(() -> action.accept(m.id()), done, tools.notices()::error));
    }

    @Override
    public void start(List<VirtualMachine> machines) {
        machines.stream().filter(Actions::canStart).map(VirtualMachine::id).forEach(id -> {
            store.setStarting(id, true);
            tools.background().run(() -> services.power().start(id), () -> store.setStarting(id, false), e -> {
                store.setStarting(id, false);
                tools.notices().error(e);
            });
        });
    }

    private static boolean canStart(VirtualMachine machine) {
        return !machine.state().isActive() || machine.state() == PowerState.CRASHED;
    }

    @Override
    public void shutDown(List<VirtualMachine> machines) {
        each(machines, m -> m.state() == PowerState.RUNNING, services.power()::shutdown, () -> {});
        if (machines.size() == 1) {
            tools.notices().info(Formats.brief(machines.get(0).displayName()) + " was asked to shut down.");
        }
    }

    @Override
    public void forceOff(List<VirtualMachine> machines) {
        Sheet sheet = new Sheet("Force off " + called(machines) + "?", "Force Off")
                .dangerous()
                .with(Fields.hint(
                        machines.stream().allMatch(VirtualMachine::isDisposable)
                                ? "It vanishes with everything in it, unless you keep it first."
                                : "It is like pulling the plug: what is not yet saved in it is lost."))
                .onAccept(() -> {
                    each(machines, m -> m.state().isActive(), services.power()::forceOff, () -> {});
                    return true;
                });
        tools.sheets().open(sheet);
    }

    @Override
    public void pause(List<VirtualMachine> machines) {
        each(machines, m -> m.state() == PowerState.RUNNING, services.power()::pause, () -> {});
    }

    @Override
    public void resume(List<VirtualMachine> machines) {
        each(machines, m -> m.state() == PowerState.PAUSED, services.power()::resume, () -> {});
    }

    @Override
    public void restart(List<VirtualMachine> machines) {
        each(machines, m -> m.state() == PowerState.RUNNING, services.power()::restart, () -> {});
    }

    @Override
    public void takeSnapshot(VirtualMachine machine) {
        tools.sheets().open(new SnapshotSheet(services, tools).of(machine));
    }

    @Override
    public void clone(VirtualMachine machine) {
        new CloneSheet(services, store, tools).open(machine);
    }

    @Override
    public void clone(VirtualMachine machine, SnapshotId from) {
        new CloneSheet(services, store, tools).open(machine, new Cloner.From.OfSnapshot(from));
    }

    @Override
    public void runDisposable(VirtualMachine machine) {
        disposing.run(machine, new Cloner.From.Golden());
    }

    @Override
    public void runDisposable(VirtualMachine machine, SnapshotId from) {
        disposing.run(machine, new Cloner.From.OfSnapshot(from));
    }

    @Override
    public void keep(List<VirtualMachine> machines) {
        disposing.keep(machines);
    }

    @Override
    public void rename(VirtualMachine machine) {
        tools.sheets().open(new RenameSheet(services, store, tools).of(machine));
    }

    @Override
    public void delete(List<VirtualMachine> machines) {
        deleting.delete(machines);
    }

    @Override
    public void deleteKeepingGolden(VirtualMachine machine) {
        deleting.keepGolden(machine);
    }

    @Override
    public void markInstalled(VirtualMachine machine) {
        tools.background()
                .run(
                        () -> services.installs().markInstalled(machine.id()),
                        () -> store.changed(machine.id()),
                        tools.notices()::error);
    }

    @Override
    public MachineCare care() {
        return care;
    }

    static String called(List<VirtualMachine> machines) {
        return machines.size() == 1
                ? "“" + Formats.brief(machines.get(0).displayName()) + "”"
                : Formats.count(machines.size(), "machine", "machines");
    }
}
