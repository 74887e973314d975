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
import io.github.ingotvm.service.layers.StartCheck;
import io.github.ingotvm.service.machines.PowerDown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Does the same to many clones, each by itself: one that fails, or takes its time to shut down, holds up no other. Those that run are
 * stopped first, all at once, and each is worked on as soon as it is off.
 */
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

    /**
     * What became of each, in their order. When it was cancelled, those that were not reached are not among them, but for those that were
     * stopped already: they run again, or are told of.
     */
    List<CloneOutcome> run(Collection<MachineId> clones, Running running, Work work, Progress progress) {
        List<VirtualMachine> all =
                clones.stream().map(context.inventory()::require).toList();
        Map<MachineId, CloneOutcome> outcomes = new HashMap<>();
        List<VirtualMachine> off = new ArrayList<>();
        try (PowerDown down = new PowerDown(context, running.patience())) {
            for (VirtualMachine clone : all) {
                sort(clone, running, work, off, down).ifPresent(o -> outcomes.put(clone.id(), o));
            }
            for (VirtualMachine clone : off) {
                if (!progress.isCancelled()) {
                    progress.report((double) outcomes.size() / all.size(), clone.displayName());
                    outcomes.put(clone.id(), one(clone, work));
                }
            }
            while (!progress.isCancelled() && down.isAwaiting()) {
                progress.report((double) outcomes.size() / all.size(), "Waiting for guests to shut down");
                for (PowerDown.Ended ended : down.next(progress)) {
                    outcomes.put(ended.machine().id(), after(ended, running, work));
                }
            }
            down.rest().forEach(m -> outcomes.put(m.id(), givenUp(m)));
        }
        progress.report(1, "Done");
        return all.stream()
                .filter(m -> outcomes.containsKey(m.id()))
                .map(m -> Objects.requireNonNull(outcomes.get(m.id())))
                .toList();
    }

    /** Stops one that runs, if there is anything to do. What is known of it already, if so. */
    private Optional<CloneOutcome> sort(
            VirtualMachine clone, Running running, Work work, List<VirtualMachine> off, PowerDown down) {
        boolean[] needed = {true};
        Optional<IngotException> failure = failureOf(() -> {
            needed[0] = work.isNeeded(clone.id());
            if (needed[0] && clone.state().isActive()) {
                stop(clone, running);
                down.await(clone);
            } else if (needed[0]) {
                off.add(clone);
            }
        });
        return failure.isPresent() || !needed[0]
                ? Optional.of(new CloneOutcome(clone, false, failure))
                : Optional.empty();
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

    private CloneOutcome after(PowerDown.Ended ended, Running running, Work work) {
        VirtualMachine clone = ended.machine();
        if (!ended.off()) {
            String late = clone.displayName() + " has not shut down within "
                    + running.patience().toSeconds() + " s; force it off, then try again.";
            return new CloneOutcome(clone, false, Optional.of(new IngotException(Kind.FAILED, late)));
        }
        CloneOutcome done = one(clone, work);
        Optional<IngotException> notStarted =
                running.startAgain() ? failureOf(() -> start(clone.id())) : Optional.empty();
        return new CloneOutcome(now(clone), done.changed(), done.failure().or(() -> notStarted));
    }

    /** It was stopped for what is not done to it any more. */
    private CloneOutcome givenUp(VirtualMachine clone) {
        String name = clone.displayName();
        String word;
        if (now(clone).state().isActive()) {
            word = name + " is as it was, but was asked to shut down; start it again once it is off.";
        } else {
            word = failureOf(() -> start(clone.id()))
                    .map(f -> name + " is as it was, but off: " + f.getMessage())
                    .orElse(name + " is as it was, and was started again.");
        }
        return new CloneOutcome(now(clone), false, Optional.of(new IngotException(Kind.CANCELLED, word)));
    }

    private CloneOutcome one(VirtualMachine clone, Work work) {
        Optional<IngotException> failure = failureOf(() -> context.lock().onMachine(clone.id(), () -> {
            work.on(requireOff(clone.id()));
            return 0;
        }));
        return new CloneOutcome(now(clone), failure.isEmpty(), failure);
    }

    private VirtualMachine now(VirtualMachine clone) {
        try {
            return context.inventory().find(clone.id()).orElse(clone);
        } catch (IngotException e) {
            return clone; // what became of it is told all the same
        }
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
        VirtualMachine now = context.inventory().require(id);
        if (now.state() == PowerState.OFF) {
            StartCheck.on(context.hypervisor()).require(now, false);
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
