package io.github.ingotvm.service.work;

import io.github.ingotvm.service.work.TaskScope.Task;
import java.util.List;
import java.util.Map;

/**
 * Images that are being made for the disks of a machine.
 *
 * @param paths drive target to where its image will be
 * @param making give when they are there
 */
public record Begun(Map<String, String> paths, List<Task<String>> making) {
    /** The paths, once all images are there. */
    public Map<String, String> await() {
        making.forEach(Task::get);
        return paths;
    }
}
