package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

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
     * Refuses a version of which a file looks changed, or was found changed in another version of the machine. One that is gone is found
     * by whoever needs it.
     *
     * @throws IngotException {@code FAILED}
     */
    public static void requireUnchanged(VirtualMachine machine, GoldenVersion version, Volumes volumes) {
        for (Seal seal : version.seals()) {
            Optional<Volume> now = volumes.find(seal.path());
            boolean changed = now.isPresent()
                    && machine.mark().golden().stream()
                            .flatMap(v -> v.seals().stream())
                            .anyMatch(s -> s.path().equals(seal.path()) && !s.isLike(now.get()));
            if (changed) {
                throw refusal(machine, version, seal.path());
            }
        }
    }

    /**
     * The same of whatever golden image has a file in the chains of these images.
     *
     * @throws IngotException {@code FAILED}
     */
    public static void requireUnchanged(Collection<String> images, Hypervisor hypervisor) {
        under(images, hypervisor).ifPresent(found -> {
            throw refusal(found.machine(), found.version(), found.path());
        });
    }

    public static IngotException refusal(VirtualMachine machine, GoldenVersion version, String path) {
        return new IngotException(
                Kind.FAILED,
                version.label() + " of " + machine.displayName() + " looks changed since it was promoted (" + path
                        + "), so nothing is cast from it; verify it, and restore that file.");
    }

    /** A golden file in the chain of one of these images that looks changed or is gone, with whose it is. */
    public static Optional<Found> under(Collection<String> images, Scan scan) {
        return under(
                images,
                scan.machines(),
                path -> Optional.ofNullable(scan.volumes().get(path)),
                (seal, now) -> now.filter(seal::isLike).isEmpty());
    }

    /** The same, asked of the storage link by link; one that is gone is found by whoever needs it. */
    public static Optional<Found> under(Collection<String> images, Hypervisor hypervisor) {
        return under(
                images,
                hypervisor.machines().list(),
                path -> hypervisor.volumes().find(path),
                (seal, now) -> now.filter(v -> !seal.isLike(v)).isPresent());
    }

    private static Optional<Found> under(
            Collection<String> images,
            Collection<VirtualMachine> machines,
            Function<String, Optional<Volume>> volumes,
            BiPredicate<Seal, Optional<Volume>> isChanged) {
        Map<String, Optional<Volume>> chains = new HashMap<>();
        for (String image : images) {
            Optional<String> next = Optional.of(image);
            while (next.isPresent() && !chains.containsKey(next.get())) {
                Optional<Volume> volume = volumes.apply(next.get());
                chains.put(next.get(), volume);
                next = volume.flatMap(Volume::backing);
            }
        }
        for (VirtualMachine machine : machines) {
            for (GoldenVersion version : machine.mark().golden()) {
                for (Seal seal : version.seals()) {
                    Optional<Volume> now = chains.get(seal.path());
                    if (now != null && isChanged.test(seal, now)) {
                        return Optional.of(new Found(machine, version, seal.path()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A file that looks changed. */
    public record Found(VirtualMachine machine, GoldenVersion version, String path) {
        /** The beginning of a sentence on what stands on it. */
        public String isUnder(String who) {
            return who + " stands on " + version.label() + " of " + machine.displayName()
                    + ", which looks changed since it was promoted (" + path + ")";
        }
    }
}
