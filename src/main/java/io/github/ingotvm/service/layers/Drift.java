package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether golden images look as they did at their promotion. A look costs next to nothing; proof is the verifier's. */
public final class Drift {
    private Drift() {}

    /** The files of a version that are gone or look changed. */
    public static List<String> of(GoldenVersion version, Map<String, Volume> volumes) {
        return version.seals().stream()
                .filter(seal -> Optional.ofNullable(volumes.get(seal.path()))
                        .filter(seal::isLike)
                        .isEmpty())
                .map(Seal::path)
                .toList();
    }

    /**
     * Refuses a version of which a file looks changed. One that is gone is found by whoever needs it.
     *
     * @throws IngotException {@code FAILED}
     */
    public static void requireUnchanged(VirtualMachine machine, GoldenVersion version, Volumes volumes) {
        for (Seal seal : version.seals()) {
            Optional<Volume> now = volumes.find(seal.path());
            if (now.isPresent() && !seal.isLike(now.get())) {
                throw refusal(machine, version, seal.path());
            }
        }
    }

    public static IngotException refusal(VirtualMachine machine, GoldenVersion version, String path) {
        return new IngotException(
                Kind.FAILED,
                version.label() + " of " + machine.displayName() + " looks changed since it was promoted (" + path
                        + "), so nothing is cast from it; verify it, and restore that file.");
    }

    /** A golden file in the chain of one of these images that looks changed, with whose it is. */
    public static Optional<Found> under(Collection<String> images, Scan scan, LayerGraph graph) {
        for (VirtualMachine machine : scan.machines()) {
            for (GoldenVersion version : machine.mark().golden()) {
                for (String path : of(version, scan.volumes())) {
                    if (images.stream().anyMatch(i -> graph.chain(i).contains(path))) {
                        return Optional.of(new Found(machine, version, path));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A file that looks changed. */
    public record Found(VirtualMachine machine, GoldenVersion version, String path) {}
}
