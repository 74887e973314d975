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
        Map<String, Read> read = new HashMap<>();
        for (int version : versions) {
            results.add(verify(id, version, read, Part.of(progress, results.size(), versions.size())));
        }
        return results;
    }

    private Verification verify(MachineId id, int version, Map<String, Read> read, Progress progress) {
        VirtualMachine machine = context.inventory().require(id);
        GoldenVersion golden = GoldenImages.require(machine, version);
        List<Verification.File> files = new ArrayList<>();
        for (Seal seal : golden.seals()) {
            Progress part = Part.of(progress, files.size(), golden.seals().size());
            files.add(new Verification.File(seal.path(), state(id, version, seal, read, part)));
        }
        boolean recorded =
                context.hypervisor().snapshots().find(id, golden.snapshot()).isPresent();
        boolean intact =
                recorded && files.stream().noneMatch(f -> f.state() == State.CHANGED || f.state() == State.MISSING);
        if (intact) {
            sealer.sealContents(id, version, Part.of(progress, files.size() - 1, Math.max(1, files.size())));
        }
        List<VirtualMachine> clones = context.inventory().machines().stream()
                .filter(m -> m.mark()
                        .lineage()
                        .filter(l -> l.source().equals(id) && l.version().equals(OptionalInt.of(version)))
                        .isPresent())
                .toList();
        return new Verification(machine, golden, recorded, files, clones);
    }

    private State state(MachineId id, int version, Seal seal, Map<String, Read> known, Progress progress) {
        Optional<Volume> now = context.hypervisor().volumes().find(seal.path());
        if (now.isEmpty()) {
            return State.MISSING;
        }
        if (seal.digest().isEmpty() && !seal.isLike(now.get())) {
            return State.CHANGED;
        }
        Read read = read(now.get(), known, progress);
        if (seal.digest().isPresent() && !seal.digest().get().equals(read.digest())) {
            if (seal.isLike(now.get())) {
                // Changed without a trace: from now on a look is enough to know it.
                sealer.record(id, version, seal.distrusted());
            }
            return State.CHANGED;
        }
        if (!read.steady()) {
            return State.CHANGED; // somebody writes to it at this moment
        }
        boolean told =
                seal.digest().isPresent() && seal.look().tellsAllOf(now.get().look());
        if (!(told && seal.isLike(now.get()))) {
            sealer.record(id, version, Seal.of(now.get()).with(read.digest()));
        }
        return seal.digest().isPresent() ? State.INTACT : State.SEALED;
    }

    /**
     * The bytes of a file, as they were read.
     *
     * @param look how the file looked before
     * @param steady whether it looked the same afterwards
     */
    private record Read(Volume look, String digest, boolean steady) {}

    /** What several versions have in common is read once, as long as it looks the same. */
    private Read read(Volume now, Map<String, Read> known, Progress progress) {
        Read before = known.get(now.path());
        if (before != null && before.steady() && isLike(before.look(), now)) {
            return before;
        }
        Volumes volumes = context.hypervisor().volumes();
        String digest = volumes.digest(now.path(), progress);
        Read read = new Read(
                now,
                digest,
                volumes.find(now.path()).filter(v -> isLike(now, v)).isPresent());
        known.put(now.path(), read);
        return read;
    }

    private static boolean isLike(Volume before, Volume now) {
        return Seal.of(before).isLike(now);
    }
}
