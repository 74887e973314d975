package io.github.ingotvm.service.restore;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.work.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts damaged files of golden images back: from copies that are the same byte for byte, or from whatever a guest would see the very same disk on,
 * as an export or a full clone; the top layer of the version then becomes an image that stands on nothing.
 *
 * <p>The order: the copy beside the damaged file, under a name of its own; what was written is read and compared with the seal; <b>it takes the
 * place of the damaged file</b>; its look and digest into the marks of all versions that have it. What stops before leaves a file that
 * the next try goes on with, or Check removes; what stops after it is found to hold the sealed disk by the next try.
 */
public final class GoldenRestorer {
    private final Context context;
    private final Resealing resealing;

    public GoldenRestorer(Context context) {
        this.context = context;
        this.resealing = new Resealing(context);
    }

    /** Where the content of a damaged file may be had from. */
    public sealed interface Source {
        /** A file of this computer: a copy of the damaged one, an exported golden image, or any image of the disk. */
        record File(Path path) implements Source {}

        /** The disks of a machine that is off, as a full clone that was never started. */
        record Machine(MachineId id) implements Source {}
    }

    /**
     * What became of it.
     *
     * @param paths files that were put back
     * @param whole versions that are whole again, in words: {@code v2 of Debian}
     * @param damaged versions that shared the damage and still have it, in words
     */
    public record Restored(List<String> paths, List<String> whole, List<String> damaged) {
        public Restored {
            paths = List.copyOf(paths);
            whole = List.copyOf(whole);
            damaged = List.copyOf(damaged);
        }
    }

    /** The same from files alone. Gives the paths of those that were put back. */
    public List<String> restore(Verification damaged, List<Path> copies, Progress progress) {
        List<Source> sources =
                copies.stream().map(c -> (Source) new Source.File(c)).toList();
        return restoreFrom(damaged, sources, progress).paths();
    }

    /**
     * Looks which of these have what was sealed, and puts it where it belongs; first the snapshot is recorded anew, where only its record is gone. What another try has left is looked at
     * first, what the damaged disk itself still holds at last.
     *
     * @throws IngotException {@code FAILED} when none of them is what is needed, {@code WRONG_STATE} while a machine that stands on
     *     a damaged file runs, {@code UNSUPPORTED} for a damaged file outside of Ingot's own pool, {@code CANCELLED}
     */
    public Restored restoreFrom(Verification damaged, List<Source> sources, Progress progress) {
        if (!damaged.recorded()) {
            new LostRecord(context)
                    .recordAnew(damaged.machine().id(), damaged.version().number());
        }
        if (damaged.damaged().isEmpty()) {
            return new Restored(List.of(), List.of(), List.of());
        }
        requireNobodyRuns(damaged);
        Damage damage = Damage.of(context, damaged);
        damage.files().forEach(this::requireOwn);
        Map<String, Supply.By> restored = new LinkedHashMap<>();
        Replacement replacement = new Replacement(context, () -> requireNobodyRuns(damaged), resealing);
        List<Supply> supplies = supplies(sources);
        for (int i = 0; i < supplies.size(); i++) {
            Progress part = Part.of(progress, i, supplies.size());
            for (Damage.Lost lost : damage.lost().values()) {
                if (!restored.containsKey(lost.path()) && !damage.isCovered(restored)) {
                    Optional<Supply.By> staged = supplies.get(i).stage(lost, part);
                    staged.ifPresent(by -> {
                        replacement.put(lost, by, part);
                        restored.put(lost.path(), by);
                    });
                }
            }
        }
        if (restored.isEmpty()) {
            throw nothing(damaged);
        }
        return resealing.report(damage, restored.keySet());
    }

    private List<Supply> supplies(List<Source> sources) {
        List<Supply> supplies = new ArrayList<>(List.of(new LeftSupply(context)));
        for (Source source : sources) {
            supplies.add(
                    source instanceof Source.Machine machine
                            ? new MachineSupply(context, machine.id())
                            : new FileSupply(context, ((Source.File) source).path()));
        }
        supplies.add(new OwnSupply(context)); // last: the very bytes, where there is a copy of them, are better
        return supplies;
    }

    private static IngotException nothing(Verification damaged) {
        return new IngotException(
                Kind.FAILED,
                "Nothing here is what " + damaged.version().label() + " of "
                        + damaged.machine().displayName() + " was sealed with; look for an older copy of "
                        + String.join(", ", damaged.damaged()) + ".");
    }

    /**
     * Machines that may still have what a version had on its disks: its full clones that are off, newest last. Whether they do is only known
     * once they are read.
     */
    public List<VirtualMachine> candidates(Verification damaged) {
        return context.inventory().machines().stream()
                .filter(m -> m.state() == PowerState.OFF && !m.isImageOnly())
                .filter(m ->
                        m.mark().lineage().filter(l -> isFullCopy(l, damaged)).isPresent())
                .toList();
    }

    private static boolean isFullCopy(Lineage lineage, Verification damaged) {
        return !lineage.linked()
                && lineage.source().equals(damaged.machine().id())
                && lineage.version().equals(OptionalInt.of(damaged.version().number()));
    }

    private void requireOwn(String path) {
        Volumes volumes = context.hypervisor().volumes();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!volumes.pathOf(name).equals(path)) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    path + " is not in Ingot's own pool; copy what is good there yourself, then verify again.");
        }
    }

    private void requireNobodyRuns(Verification damaged) {
        LayerGraph graph = new LayerGraph(Scan.of(context.hypervisor()));
        List<String> running = context.inventory().machines().stream()
                .filter(m -> m.state().isActive())
                .filter(m -> NamedFiles.images(m).stream()
                        .anyMatch(i -> graph.chain(i).stream().anyMatch(damaged.damaged()::contains)
                                || isOnVersion(graph.chain(i), damaged)))
                .map(VirtualMachine::displayName)
                .toList();
        if (!running.isEmpty()) {
            throw new IngotException(
                    Kind.WRONG_STATE,
                    String.join(", ", running) + (running.size() == 1 ? " runs" : " run")
                            + " on the damaged file; shut down what stands on it first.",
                    running,
                    null);
        }
    }

    /** The file that will be exchanged need not be the damaged one. */
    private static boolean isOnVersion(List<String> chain, Verification damaged) {
        return damaged.version().seals().stream().map(Seal::path).anyMatch(chain::contains);
    }

    static Optional<Seal> seal(Verification damaged, String path) {
        return damaged.version().seals().stream()
                .filter(s -> s.path().equals(path))
                .findFirst();
    }
}
