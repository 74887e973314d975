package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Volume;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A chain asked of the storage link by link: what that costs is its depth, where a {@link Scan} costs the whole host. */
public record Chain(Volumes volumes) {
    /** How many files it has, as far as they are known. */
    public int length(String image) {
        Set<String> seen = new LinkedHashSet<>();
        Optional<String> next = Optional.of(image);
        while (next.isPresent() && seen.add(next.get())) {
            next = volumes.find(next.get()).flatMap(Volume::backing);
        }
        return seen.size();
    }

    /** The first file of the image's chain that is not there, as far as that can be proved: in the folder of an active pool. */
    public Optional<String> missing(String image) {
        Set<String> seen = new LinkedHashSet<>();
        Optional<String> next = Optional.of(image);
        while (next.isPresent() && seen.add(next.get())) {
            Optional<Volume> volume = volumes.find(next.get());
            if (volume.isEmpty()) {
                return next.filter(path -> Visibility.isInActivePool(path, volumes.pools()));
            }
            next = volume.get().backing();
        }
        return Optional.empty();
    }
}
