package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Progress;
import java.util.Collection;
import java.util.Optional;

/** The files with the firmware's variables: half a MiB each, copied whole. */
record Nvram(Volumes volumes) {
    /**
     * Copies the variables, if the file is there yet: a machine that was never started has none.
     *
     * @param made receives the copy's path
     * @return path of the copy
     */
    Optional<String> copy(String path, String name, Collection<String> made) {
        return volumes.find(path).map(source -> {
            made.add(volumes.pathOf(name));
            return volumes.copy(name, source.path(), source.format(), Progress.NONE)
                    .path();
        });
    }
}
