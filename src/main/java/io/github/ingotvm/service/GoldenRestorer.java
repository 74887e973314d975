package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts damaged files of golden images back from copies that are proved to be the same, byte for byte. */
public final class GoldenRestorer {
    private static final int BUFFER = 1 << 20;

    private final Context context;
    private final Sealer sealer;

    GoldenRestorer(Context context, Sealer sealer) {
        this.context = context;
        this.sealer = sealer;
    }

    /**
     * Looks which of these files of this computer are what was sealed, and puts them where they belong. Nothing is removed before a copy
     * with the very digest is at hand.
     *
     * @return paths of the files that were put back; a version is whole again when all its damaged ones are among them
     * @throws IngotException {@code FAILED} when none of the files is what is needed, {@code WRONG_STATE} while a machine that stands on
     *     a damaged file runs, {@code UNSUPPORTED} for a damaged file outside of Ingot's own pool
     */
    public List<String> restore(Verification damaged, List<Path> copies, Progress progress) {
        Map<String, Seal> wanted = new LinkedHashMap<>();
        damaged.version().seals().stream()
                .filter(s -> damaged.damaged().contains(s.path()))
                .forEach(s -> s.digest().ifPresent(d -> wanted.put(d, s)));
        requireNobodyRuns(damaged);
        List<String> restored = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            Progress part = Part.of(progress, i, copies.size());
            Seal seal = wanted.remove(digest(copies.get(i), part));
            if (seal != null) {
                putBack(seal, copies.get(i), part);
                restored.add(seal.path());
            }
        }
        if (restored.isEmpty()) {
            throw new IngotException(
                    Kind.FAILED,
                    "None of these files is what " + damaged.version().label() + " of "
                            + damaged.machine().displayName() + " was sealed with; look for an older copy of "
                            + String.join(", ", damaged.damaged()) + ".");
        }
        return restored;
    }

    private void requireNobodyRuns(Verification damaged) {
        LayerGraph graph = new LayerGraph(Scan.of(context.hypervisor()));
        List<String> running = context.inventory().machines().stream()
                .filter(m -> m.state().isActive())
                .filter(m -> LayerGraph.writableRoots(m).stream()
                        .flatMap(i -> graph.chain(i).stream())
                        .anyMatch(damaged.damaged()::contains))
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

    private static String digest(Path file, Progress progress) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                progress.check();
                digest.update(buffer, 0, n);
                progress.report(-1, "Reading " + file.getFileName());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, file + " cannot be read; check the path and its permissions.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void putBack(Seal seal, Path copy, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        String name = seal.path().substring(seal.path().lastIndexOf('/') + 1);
        if (!volumes.pathOf(name).equals(seal.path())) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    seal.path() + " is not in Ingot's own pool; copy " + copy + " there yourself, then verify again.");
        }
        context.lock().alone(() -> {
            if (volumes.find(seal.path()).isPresent()) {
                volumes.delete(seal.path());
            }
            try (InputStream bytes = Files.newInputStream(copy)) {
                volumes.upload(name, "qcow2", Files.size(copy), bytes, progress);
            } catch (IOException e) {
                throw new IngotException(Kind.INVALID, copy + " cannot be read; check its permissions.", e);
            }
            volumes.protect(seal.path(), true);
            return 0;
        });
        if (!seal.digest().equals(Optional.of(volumes.digest(seal.path(), progress)))) {
            throw new IngotException(Kind.FAILED, copy + " was changed while it was copied; try again.");
        }
        reseal(seal);
    }

    /** In every version that has the file, whose look is another now. */
    private void reseal(Seal seal) {
        Optional<Volume> now = context.hypervisor().volumes().find(seal.path());
        String digest = seal.digest().orElseThrow();
        for (VirtualMachine machine : context.inventory().machines()) {
            for (GoldenVersion version : machine.mark().golden()) {
                boolean has = version.seals().stream()
                        .anyMatch(s -> s.path().equals(seal.path())
                                && s.digest().filter(d -> !d.equals(digest)).isEmpty());
                if (has) {
                    now.ifPresent(v -> sealer.record(
                            machine.id(), version.number(), Seal.of(v).with(digest)));
                }
            }
        }
    }
}
