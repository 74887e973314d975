package io.github.ingotvm.ui;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.machines.Deletion;
import io.github.ingotvm.service.machines.DeletionPlan;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.function.Consumer;

/** Deletes machines: out of sight at once, for good when the time for Undo is over. */
final class Deleting {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;

    Deleting(Services services, MachineStore store, Tools tools) {
        this.services = services;
        this.store = store;
        this.tools = tools;
    }

    /** Whatever may be deleted is; of the reasons against the rest, the first is told. */
    void delete(List<VirtualMachine> machines) {
        plan(machines, this::decide, tools.notices()::error);
    }

    private void plan(List<VirtualMachine> machines, Consumer<DeletionPlan> decided, Consumer<IngotException> failed) {
        List<MachineId> ids = machines.stream().map(VirtualMachine::id).toList();
        tools.background().run(() -> services.lifecycle().plan(ids), decided, failed);
    }

    private void decide(DeletionPlan plan) {
        List<DeletionPlan.Refused> refused = plan.refused();
        boolean onlyClonesAreInTheWay = !refused.isEmpty()
                && refused.stream().noneMatch(r -> r.dependants().isEmpty());
        if (plan.possible().isEmpty() && onlyClonesAreInTheWay) {
            tools.sheets()
                    .open(new ClonesSheet(refused)
                            .onKeepGolden(this::keepGolden)
                            .onDelete(this::deleteAll));
            return;
        }
        refused.stream().findFirst().ifPresent(r -> tools.notices().error(r.why()));
        hide(plan.possible());
    }

    /** All or none, at the wish of the sheet that lists them. */
    private void deleteAll(List<VirtualMachine> machines, ClonesSheet sheet) {
        plan(
                machines,
                plan -> {
                    if (plan.refused().isEmpty()) {
                        sheet.closeIfOpen();
                        hide(plan.possible());
                    } else {
                        sheet.showProblem(plan.refused().get(0).why());
                    }
                },
                sheet::showProblem);
    }

    private void hide(List<Deletion> deletions) {
        if (deletions.isEmpty()) {
            return;
        }
        setHidden(deletions, true);
        String whom = Actions.called(deletions.stream().map(Deletion::machine).toList());
        tools.notices().undo("Deleted " + whom + ".", () -> setHidden(deletions, false), () -> commit(deletions));
    }

    /** The machine goes, its golden image stays; the same time for Undo. */
    void keepGolden(VirtualMachine machine) {
        tools.background()
                .run(
                        () -> services.lifecycle().deleteKeepingGolden(machine.id()),
                        this::hideMachine,
                        tools.notices()::error);
    }

    private void hideMachine(Deletion deletion) {
        MachineId id = deletion.machine().id();
        store.setHidden(id, true);
        tools.notices()
                .undo(
                        "Deleted " + Actions.called(List.of(deletion.machine())) + "; its golden image stays.",
                        () -> store.setHidden(id, false),
                        () -> leaveImage(deletion));
    }

    private void leaveImage(Deletion deletion) {
        MachineId id = deletion.machine().id();
        tools.background()
                .run(
                        () -> {
                            deletion.commit();
                            return services.inventory().require(id);
                        },
                        image -> {
                            store.learn(image);
                            store.setHidden(id, false);
                        },
                        e -> {
                            store.setHidden(id, false);
                            tools.notices().error(e);
                        });
    }

    private void setHidden(List<Deletion> deletions, boolean hidden) {
        deletions.forEach(d -> store.setHidden(d.machine().id(), hidden));
    }

    /** One after the other: clones before what they stand on. */
    private void commit(List<Deletion> deletions) {
        tools.background()
                .run(
                        () -> deletions.forEach(d -> {
                            d.commit();
                            store.changed(d.machine().id());
                        }),
                        () -> {},
                        e -> {
                            setHidden(deletions, false);
                            tools.notices().error(e);
                        });
    }
}
