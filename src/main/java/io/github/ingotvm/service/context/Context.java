package io.github.ingotvm.service.context;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.osinfo.OsLibrary;
import io.github.ingotvm.service.layers.Layers;
import io.github.ingotvm.service.work.Ids;
import io.github.ingotvm.service.work.OperationLock;
import io.github.ingotvm.service.work.TaskScope;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;

/** What every use case works with. */
public record Context(
        Hypervisor hypervisor,
        OperationLock lock,
        Clock clock,
        Ids ids,
        OsLibrary systems,
        Inventory inventory,
        Layers layers,
        Executor helpers) {
    public static Context of(
            Hypervisor hypervisor, Path lockFolder, Clock clock, Ids ids, OsLibrary systems, Executor helpers) {
        OperationLock lock = new OperationLock(lockFolder);
        return new Context(
                hypervisor,
                lock,
                clock,
                ids,
                systems,
                new Inventory(hypervisor),
                new Layers(hypervisor, lock),
                helpers);
    }

    /** A scope for work beside the caller's; the caller closes it. */
    public TaskScope tasks() {
        return new TaskScope(helpers);
    }
}
