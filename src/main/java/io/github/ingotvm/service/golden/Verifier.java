package io.github.ingotvm.service.golden;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.Verification.State;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.work.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads golden images through and compares every byte with what was sealed. */
public final class Verifier {
    private final Context context;
    private final Sealer sealer;

    public Verifier(Context context, Sealer sealer) {
        this.context = context;
        this.sealer = sealer;
    }

    /**
     * Verifies versions of a golden image. A changed file that looks as it did is remembered as changed until it is put back. A file that was only touched or put back is sealed in its present look; one that was never
     * read is sealed, provided that it looks as at the promotion.
     *
     * @param versions their numbers
     */
    public List<Verification> verify(MachineId id, Collection<Integer> versions, Progress progress) {
        List<Verification> results = new ArrayList<>();
        Map<String, String> read = new HashMap<>();
        for (int version : versions) {
            results.add(verify(id, version, read, Part.of(progress, results.size(), versions.size())));
        }
        return results;
    }

    private Verification verify(MachineId id, int version, Map<String, String> read, Progress progress) {
        VirtualMachine machine = context.inventory().require(id);
        GoldenVersion golden = GoldenImages.require(machine, version);
        List<Verification.File> files = new ArrayList<>();
        for (Seal seal : golden.seals()) {
            Progress part = Part.of(progress, files.size(), golden.seals().size());
            files.add(new Verification.File(seal.path(), state(id, version, seal, read, part)));
        }
        boolean intact = files.stream().noneMatch(f -> f.state() == State.CHANGED || f.state() == State.MISSING);
        if (intact) {
            sealer.sealContents(id, version, Part.of(progress, files.size() - 1, Math.max(1, files.size())));
        }
        List<VirtualMachine> clones = context.inventory().machines().stream()
                .filter(m -> m.mark()
                        .lineage()
                        .filter(l -> l.source().equals(id) && l.version().equals(OptionalInt.of(version)))
                        .isPresent())
                .toList();
        return new Verification(machine, golden, files, clones);
    }

    private State state(MachineId id, int version, Seal seal, Map<String, String> read, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        Optional<Volume> before = volumes.find(seal.path());
        if (before.isEmpty()) {
            return State.MISSING;
        }
        if (seal.digest().isEmpty() && !seal.isLike(before.get())) {
            return State.CHANGED;
        }
        String digest = read.computeIfAbsent(seal.path(), p -> volumes.digest(p, progress));
        if (seal.digest().isPresent() && !seal.digest().get().equals(digest)) {
            if (seal.isLike(before.get())) {
                // Changed without a trace: from now on a look is enough to know it.
                sealer.record(id, version, seal.distrusted());
            }
            return State.CHANGED;
        }
        boolean still = volumes.find(seal.path()).equals(before);
        if (still && !(seal.isLike(before.get()) && seal.digest().isPresent())) {
            sealer.record(id, version, Seal.of(before.get()).with(digest));
        }
        return seal.digest().isPresent() ? State.INTACT : State.SEALED;
    }
}
