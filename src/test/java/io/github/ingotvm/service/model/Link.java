package io.github.ingotvm.service.model;

import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.SnapshotId;
import java.util.OptionalInt;

/** Where a clone says that it came from, without the names. */
record Link(MachineId source, SnapshotId snapshot, OptionalInt version, boolean linked) {
    static Link of(Lineage lineage) {
        return new Link(lineage.source(), lineage.snapshot(), lineage.version(), lineage.linked());
    }
}
