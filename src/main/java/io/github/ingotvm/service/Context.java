package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.Hypervisor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;

/** What every use case works with. */
record Context(
        Hypervisor hypervisor,
        OperationLock lock,
        Clock clock,
        Ids ids,
        Inventory inventory,
        Layers layers,
        Executor helpers) {
    static Context of(Hypervisor hypervisor, Path lockFolder, Clock clock, Ids ids, Executor helpers) {
        OperationLock lock = new OperationLock(lockFolder);
        return new Context(
                hypervisor, lock, clock, ids, new Inventory(hypervisor), new Layers(hypervisor, lock), helpers);
    }

    /** A scope for work beside the caller's; the caller closes it. */
    TaskScope tasks() {
        return new TaskScope(helpers);
    }
}
