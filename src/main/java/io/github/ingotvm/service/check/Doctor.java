package io.github.ingotvm.service.check;

import io.github.ingotvm.model.Checkup;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.QuietMoment;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.layers.StandStill;
import io.github.ingotvm.service.machines.GoldenKeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Check: looks at the whole connection, names what is wrong, and removes what is proved to be needed by nothing. */
public final class Doctor {
    /** How long Check waits for a moment in which nothing is in the making. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Context context;

    public Doctor(Context context) {
        this.context = context;
    }

    /** Looks; changes nothing. */
    public List<Finding> check() {
        return look(Progress.NONE).findings();
    }

    /** Looks, and tells how far it is. While other work of Ingot is under way no file is called left over. */
    public Checkup look(Progress progress) {
        return new QuietMoment(context.hypervisor(), context.lock())
                .within(PATIENCE, () -> look(progress, true))
                .orElseGet(() -> look(progress, false));
    }

    private Checkup look(Progress progress, boolean quiet) {
        Scan scan = Scan.whole(context.hypervisor(), progress);
        int snapshots = scan.snapshots().values().stream().mapToInt(List::size).sum();
        return new Checkup(
                new Diagnosis(scan, quiet).findings(),
                scan.machines().size(),
                snapshots,
                scan.volumes().size());
    }

    /**
     * Lets go on what an interrupted snapshot left standing still, and removes the unreferenced files that Ingot made.
     *
     * @return what was put right
     * @throws IngotException {@code WRONG_STATE} when part of the storage cannot be seen, so that nothing can be proved; {@code CANCELLED}
     *     while other work is waited for
     */
    public List<Finding> fix(Progress progress) {
        List<Finding> done = new ArrayList<>(letGoOn(progress));
        done.addAll(remove(path -> true, progress));
        return done;
    }

    private List<Finding> letGoOn(Progress progress) {
        return context.lock().alone(progress, () -> {
            List<VirtualMachine> held = context.hypervisor().machines().list().stream()
                    .filter(StandStill::holds)
                    .toList();
            held.forEach(m -> new StandStill(context.hypervisor()).letGoOn(m.id(), m.mark()));
            return held.stream().map(Diagnosis::leftPaused).toList();
        });
    }

    /**
     * Removes those of these files that are still proved to be needed by nothing, once other work of Ingot is done.
     *
     * @param paths subjects of what {@link #look} found
     * @return those that are gone now
     * @throws IngotException {@code WRONG_STATE} when part of the storage cannot be seen, so that nothing can be proved
     */
    public List<Finding> remove(Collection<String> paths, Progress progress) {
        return remove(Set.copyOf(paths)::contains, progress);
    }

    private List<Finding> remove(Predicate<String> wanted, Progress progress) {
        Supplier<List<Finding>> work = () -> {
            new GoldenKeeper(context).forgetOthers();
            LayerGraph graph = new LayerGraph(Scan.whole(context.hypervisor(), progress));
            Optional<String> doubt = graph.doubt();
            if (doubt.isPresent()) {
                throw new IngotException(
                        IngotException.Kind.WRONG_STATE,
                        "Nothing was removed, because " + doubt.get() + ", then try again.");
            }
            List<Volume> going =
                    graph.unneeded().stream().filter(v -> wanted.test(v.path())).toList();
            return context.layers().remove(going, graph).stream()
                    .map(v -> Diagnosis.leftover(v, true))
                    .toList();
        };
        return new QuietMoment(context.hypervisor(), context.lock()).await(work, progress);
    }
}
