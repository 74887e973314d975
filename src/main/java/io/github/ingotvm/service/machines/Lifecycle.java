package io.github.ingotvm.service.machines;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.context.Refusals;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.names.TakenNames;
import io.github.ingotvm.service.work.Resources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Renames and deletes machines. */
public final class Lifecycle {
    private final Context context;

    public Lifecycle(Context context) {
        this.context = context;
    }

    /**
     * Gives a machine another name: at any time as its title; when it is off the domain follows as far as its name can be spelt.
     *
     * @throws IngotException {@code EXISTS} when another machine is called so
     */
    public VirtualMachine rename(MachineId id, String name) {
        return context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().requireMachine(id);
            String wanted = Names.checked(name, "virtual machine");
            TakenNames taken = TakenNames.except(id, context.hypervisor());
            taken.requireFree(wanted);
            String domain = taken.takeDomain(wanted);
            String now = machine.name();
            if (machine.state() == PowerState.OFF && machine.persistent() && !domain.equals(now)) {
                // The title first: should the second step not come, people already read the new name.
                context.hypervisor().machines().setTitle(id, wanted);
                context.hypervisor().machines().rename(id, domain);
                now = domain;
            }
            context.hypervisor().machines().setTitle(id, wanted.equals(now) ? "" : wanted);
            return context.inventory().require(id);
        });
    }

    /**
     * Gives a machine other memory and processors; a running one has them from its next start.
     *
     * @param memory bytes
     */
    public VirtualMachine setResources(MachineId id, long memory, int cpus) {
        Resources.require(context.hypervisor().host().facts(), memory, cpus);
        return context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().requireMachine(id);
            Refusals.requireKept(machine);
            Hypervisor hypervisor = context.hypervisor();
            DefinitionEdit edit = DefinitionEdit.NONE.memory(memory).cpus(cpus);
            hypervisor.machines().define(hypervisor.definitions().edit(machine.definition(), edit));
            return context.inventory().require(id);
        });
    }

    /**
     * Looks whether a machine may be deleted, and says what would go. Nothing is changed until {@link Deletion#commit()}.
     *
     * @throws IngotException {@code IN_USE} while clones stand on it, {@code WRONG_STATE} while it runs
     */
    public Deletion delete(MachineId id) {
        VirtualMachine machine = context.inventory().require(id);
        requireDeletable(machine);
        return deletion(machine);
    }

    Deletion deletion(VirtualMachine machine) {
        return new Deletion(machine, () -> commit(machine));
    }

    /**
     * Looks whether a machine may be deleted while its golden image lives on, to be cloned, updated to and given further versions. Clones
     * do not hinder it. Nothing is changed until {@link Deletion#commit()}.
     *
     * @throws IngotException {@code NOT_FOUND} when it has no golden image, {@code WRONG_STATE} unless it is off
     */
    public Deletion deleteKeepingGolden(MachineId id) {
        return new GoldenKeeper(context).plan(id);
    }

    /** Looks which of these may be deleted, if those of them that stand on others go first. Nothing is changed. */
    public DeletionPlan plan(Collection<MachineId> ids) {
        LayerGraph graph = new LayerGraph(Scan.whole(context.hypervisor(), Progress.NONE));
        List<VirtualMachine> machines =
                ids.stream().distinct().map(context.inventory()::require).toList();
        return new DeletionPlanner(graph, machines).plan(this);
    }

    /** Gives what it was judged by. */
    private LayerGraph requireDeletable(VirtualMachine machine) {
        LayerGraph graph = new LayerGraph(Scan.whole(context.hypervisor(), Progress.NONE));
        List<VirtualMachine> dependants = graph.dependants(machine);
        Optional<IngotException> refusal = DeletionPlanner.refusal(machine, dependants);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return graph;
    }

    private void commit(VirtualMachine machine) {
        List<String> files = context.lock().onMachine(machine.id(), () -> {
            VirtualMachine now = context.inventory().require(machine.id());
            List<String> all = new ArrayList<>(requireDeletable(now).neededBy(now));
            context.hypervisor().machines().undefine(now.id());
            return all;
        });
        context.layers().dropUnneeded(new LinkedHashSet<>(files));
    }
}
