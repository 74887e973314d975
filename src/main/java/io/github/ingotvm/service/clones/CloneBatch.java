package io.github.ingotvm.service.clones;

import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.machines.PowerDown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Does the same to many clones, each by itself: one that fails holds up no other. Those that run are stopped first, all at once. */
final class CloneBatch {
    private final Context context;

    CloneBatch(Context context) {
        this.context = context;
    }

    /** What is done to each. */
    interface Work {
        /** Whether there is anything to do, told from a look. Who needs nothing is not even stopped. Refuses what makes no sense. */
        boolean isNeeded(MachineId clone);

        /** Does it to one that is off and locked. */
        void on(VirtualMachine clone);
    }

    /** Where one of them stands. */
    private record Entry(MachineId id, Stage stage, Optional<IngotException> failure) {}

    private enum Stage {
        READY,
        STOPPING,
        NOTHING_TO_DO
    }

    /** What became of each, in their order; those that were not reached when it was cancelled are not among them. */
    List<CloneOutcome> run(Collection<MachineId> clones, Running running, Work work, Progress progress) {
        List<Entry> entries =
                clones.stream().map(id -> begin(id, running, work)).toList();
        List<CloneOutcome> outcomes = new ArrayList<>();
        for (Entry entry : entries) {
            if (progress.isCancelled()) {
                break;
            }
            VirtualMachine clone = context.inventory().require(entry.id());
            progress.report((double) outcomes.size() / entries.size(), clone.displayName());
            boolean goes = entry.failure().isEmpty() && entry.stage() != Stage.NOTHING_TO_DO;
            outcomes.add(
                    goes
                            ? one(clone, entry.stage() == Stage.STOPPING, running, work, progress)
                            : new CloneOutcome(clone, false, entry.failure()));
        }
        progress.report(1, "Done");
        return List.copyOf(outcomes);
    }

    private Entry begin(MachineId id, Running running, Work work) {
        Stage[] stage = {Stage.READY};
        Optional<IngotException> failure = failureOf(() -> {
            if (!work.isNeeded(id)) {
                stage[0] = Stage.NOTHING_TO_DO;
                return;
            }
            VirtualMachine clone = context.inventory().require(id);
            if (clone.state().isActive()) {
                stop(clone, running);
                stage[0] = Stage.STOPPING;
            }
        });
        return new Entry(id, stage[0], failure);
    }

    private void stop(VirtualMachine clone, Running running) {
        switch (running.how()) {
            case REFUSE ->
                throw new IngotException(
                        Kind.WRONG_STATE, clone.displayName() + " is running; shut it down first, then try again.");
            case SHUT_DOWN -> context.hypervisor().power().shutdown(clone.id());
            case FORCE_OFF -> context.hypervisor().power().destroy(clone.id());
        }
    }

    private CloneOutcome one(VirtualMachine clone, boolean wasOn, Running running, Work work, Progress progress) {
        MachineId id = clone.id();
        Optional<IngotException> failure = failureOf(() -> {
            if (wasOn) {
                new PowerDown(context).await(clone, running.patience(), progress);
            }
            context.lock().onMachine(id, () -> {
                work.on(requireOff(id));
                return 0;
            });
        });
        Optional<IngotException> notStarted =
                wasOn && running.startAgain() ? failureOf(() -> start(id)) : Optional.empty();
        return new CloneOutcome(
                context.inventory().find(id).orElse(clone), failure.isEmpty(), failure.or(() -> notStarted));
    }

    private VirtualMachine requireOff(MachineId id) {
        VirtualMachine now = context.inventory().require(id);
        if (now.state() != PowerState.OFF) {
            throw new IngotException(
                    Kind.WRONG_STATE, now.displayName() + " is not off; shut it down, then try again.");
        }
        return now;
    }

    private void start(MachineId id) {
        if (context.inventory().require(id).state() == PowerState.OFF) {
            context.hypervisor().power().start(id);
        }
    }

    private static Optional<IngotException> failureOf(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (IngotException e) {
            return Optional.of(e);
        }
    }
}
