package io.github.ingotvm.service.layers;

import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files are those of disposable clones. Beside them lies an empty volume, the mark, of the same slug and token: the consent to
 * remove them once nothing needs them. Whoever keeps the clone removes the mark first.
 */
final class Disposed {
    private Disposed() {}

    /** The paths of the marks beside these files. */
    static Set<String> marksOf(Collection<String> files, Map<String, Volume> volumes) {
        List<Volume> marks =
                volumes.values().stream().filter(VolumeNames::saysDisposable).toList();
        if (marks.isEmpty()) {
            return Set.of();
        }
        Set<String> kin = new HashSet<>();
        files.forEach(f ->
                Optional.ofNullable(volumes.get(f)).flatMap(VolumeNames::kin).ifPresent(kin::add));
        return marks.stream()
                .filter(m -> kin.contains(VolumeNames.kin(m).orElseThrow()))
                .map(Volume::path)
                .collect(Collectors.toSet());
    }

    /** Of these unneeded files those that have a mark, and the marks, in the same order. */
    static List<Volume> among(List<Volume> unneeded) {
        Set<String> kin = unneeded.stream()
                .filter(VolumeNames::saysDisposable)
                .flatMap(v -> VolumeNames.kin(v).stream())
                .collect(Collectors.toSet());
        return unneeded.stream()
                .filter(v -> VolumeNames.kin(v).filter(kin::contains).isPresent())
                .toList();
    }
}
