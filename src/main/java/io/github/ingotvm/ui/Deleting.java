package io.github.ingotvm.ui;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Deletion;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private record Looked(List<Deletion> possible, Optional<IngotException> problem) {}

    void delete(List<VirtualMachine> machines) {
        tools.background().run(() -> look(machines), this::hide, tools.notices()::error);
    }

    /** Whatever may be deleted is; of the reasons against the rest, the first is told. */
    private Looked look(List<VirtualMachine> machines) {
        List<Deletion> possible = new ArrayList<>();
        Optional<IngotException> problem = Optional.empty();
        for (VirtualMachine machine : machines) {
            try {
                possible.add(services.lifecycle().delete(machine.id()));
            } catch (IngotException e) {
                problem = problem.or(() -> Optional.of(e));
            }
        }
        return new Looked(possible, problem);
    }

    private void hide(Looked looked) {
        looked.problem().ifPresent(tools.notices()::error);
        List<Deletion> deletions = looked.possible();
        if (deletions.isEmpty()) {
            return;
        }
        setHidden(deletions, true);
        String whom = Actions.called(deletions.stream().map(Deletion::machine).toList());
        tools.notices().undo("Deleted " + whom + ".", () -> setHidden(deletions, false), () -> commit(deletions));
    }

    private void setHidden(List<Deletion> deletions, boolean hidden) {
        deletions.forEach(d -> store.setHidden(d.machine().id(), hidden));
    }

    private void commit(List<Deletion> deletions) {
        for (Deletion deletion : deletions) {
            tools.background()
                    .run(
                            deletion::commit,
                            () -> store.changed(deletion.machine().id()),
                            e -> {
                                store.setHidden(deletion.machine().id(), false);
                                tools.notices().error(e);
                            });
        }
    }
}
