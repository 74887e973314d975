package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.Hypervisor;
import java.nio.file.Path;
import java.time.Clock;

/** What every use case works with. */
record Context(Hypervisor hypervisor, OperationLock lock, Clock clock, Ids ids, Inventory inventory, Layers layers) {
    static Context of(Hypervisor hypervisor, Path lockFolder, Clock clock, Ids ids) {
        OperationLock lock = new OperationLock(lockFolder);
        return new Context(hypervisor, lock, clock, ids, new Inventory(hypervisor), new Layers(hypervisor, lock));
    }
}
