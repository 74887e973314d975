package io.github.ingotvm.service.golden;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.work.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files of golden images through and writes their digests into the marks, so that a change can be proved later; then what guests
 * see on their disks ({@link ContentSeal}), so that it can be known again however it is kept. May be stopped at any time and goes on with
 * the next file or disk; what is in another version, too, is read once.
 */
public final class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final Context context;
    private final ContentSeal contents;

    public Sealer(Context context) {
        this.context = context;
        this.contents = new ContentSeal(context);
    }

    /** How many files of golden images nobody has read yet, and how many versions whose disks nobody has. */
    public long unsealed() {
        return unsealed(context.inventory().machines().stream());
    }

    /** The same of one machine; none when it is gone. */
    public long unsealed(MachineId id) {
        return unsealed(context.inventory().find(id).stream());
    }

    private long unsealed(Stream<VirtualMachine> machines) {
        return machines.flatMap(m -> m.mark().golden().stream())
                .mapToLong(this::unsealed)
                .sum();
    }

    private long unsealed(GoldenVersion version) {
        long files = version.seals().stream().filter(s -> s.digest().isEmpty()).count();
        return files + (contents.isWanted(version) ? 1 : 0);
    }

    /** Seals everything that is not sealed yet. What looks changed is left to Verify; one that fails holds up no other. */
    public void sealAll(Progress progress) {
        context.inventory().machines().forEach(m -> sealAll(m, progress));
    }

    /** The same of one machine; nothing when it is gone. */
    public void sealAll(MachineId id, Progress progress) {
        context.inventory().find(id).ifPresent(m -> sealAll(m, progress));
    }

    private void sealAll(VirtualMachine machine, Progress progress) {
        for (GoldenVersion version : machine.mark().golden()) {
            try {
                seal(machine.id(), version.number(), progress);
            } catch (IngotException e) {
                if (e.kind() == Kind.CANCELLED || e.kind() == Kind.DISCONNECTED) {
                    throw e;
                }
                LOG.warn("{} of {} is not sealed", version.label(), machine.displayName(), e);
            }
        }
    }

    /** Seals one version. */
    public void seal(MachineId id, int version, Progress progress) {
        GoldenVersion golden = GoldenImages.require(context.inventory().require(id), version);
        List<Seal> open =
                golden.seals().stream().filter(s -> s.digest().isEmpty()).toList();
        int parts = open.size() + (contents.isWanted(golden) ? 1 : 0);
        for (int i = 0; i < open.size(); i++) {
            seal(id, version, open.get(i), Part.of(progress, i, parts));
        }
        contents.seal(id, version, Part.of(progress, open.size(), Math.max(1, parts)));
    }

    /** What guests see on the disks of a version whose files are sealed, where nobody has read that yet. */
    void sealContents(MachineId id, int version, Progress progress) {
        contents.seal(id, version, progress);
    }

    private void seal(MachineId id, int version, Seal seal, Progress progress) {
        Optional<String> known = known(seal);
        if (known.isPresent()) {
            record(id, version, seal.with(known.get()));
            return;
        }
        if (looksLike(seal)) {
            String digest = context.hypervisor().volumes().digest(seal.path(), progress);
            // Written to meanwhile, it would be sealed in its changed state.
            if (looksLike(seal)) {
                record(id, version, seal.with(digest));
            }
        }
    }

    private Optional<String> known(Seal seal) {
        return context.inventory().machines().stream()
                .flatMap(m -> m.mark().golden().stream())
                .flatMap(g -> g.seals().stream())
                .filter(s -> s.path().equals(seal.path())
                        && !s.look().modified().isEmpty()
                        && s.look().isLike(seal.look()))
                .flatMap(s -> s.digest().stream())
                .findFirst();
    }

    private boolean looksLike(Seal seal) {
        return context.hypervisor()
                .volumes()
                .find(seal.path())
                .filter(seal::isLike)
                .isPresent();
    }

    /** Puts a seal in the place of the one for the same file, if the version still has it. */
    void record(MachineId id, int version, Seal seal) {
        context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().require(id);
            machine.mark()
                    .golden(version)
                    .filter(v -> v.seals().stream().anyMatch(s -> s.path().equals(seal.path())))
                    .ifPresent(v -> context.hypervisor()
                            .machines()
                            .setMark(
                                    id,
                                    machine.mark().with(machine.mark().series().replaced(v.with(seal)))));
            return 0;
        });
    }
}
