package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.work.TaskScope;
import io.github.ingotvm.service.work.TaskScope.Task;
import java.util.Collection;
import java.util.Optional;

/** The files with the firmware's variables: half a MiB each, copied whole. */
public record Nvram(Volumes volumes) {
    /**
     * Begins a copy of the variables, if the file is there yet: a machine that was never started has none, and gets fresh ones then.
     *
     * @param made receives the copy's path
     * @return the copy's path, whether or not there is anything to copy
     */
    public Task<String> copy(TaskScope tasks, String path, String name, Collection<String> made) {
        String copy = volumes.pathOf(name);
        made.add(copy);
        return tasks.begin(() -> {
            Optional<Volume> source = volumes.find(path);
            source.ifPresent(s -> volumes.copy(name, s.path(), s.format(), Progress.NONE));
            return copy;
        });
    }
}
