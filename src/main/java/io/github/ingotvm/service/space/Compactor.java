package io.github.ingotvm.service.space;

import io.github.ingotvm.hypervisor.Merging;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.LayerMerge;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.LayerMerges;
import io.github.ingotvm.service.layers.Room;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.work.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges layers that nothing needs any more into the images above them: what was frozen by a snapshot that is deleted, say. No image's
 * content changes at any moment; the layers' files go at the end, in the way of all others.
 */
public final class Compactor {
    private final Context context;

    public Compactor(Context context) {
        this.context = context;
    }

    /** What can be merged in a machine; changes nothing. */
    public List<LayerMerge> plan(MachineId id) {
        return new LayerMerges(Scan.of(context.hypervisor()))
                .of(context.inventory().require(id));
    }

    /**
     * Merges what can be merged now: of a running machine, what lies right below the images that it writes to.
     *
     * @return what was merged
     * @throws IngotException {@code NO_SPACE} when there is not room for what has to be copied, {@code CANCELLED}
     */
    public List<LayerMerge> compact(MachineId id, Progress progress) {
        List<String> left = new ArrayList<>();
        try {
            return context.lock().onMachine(id, () -> merge(id, left, progress));
        } finally {
            context.layers().dropUnneeded(left);
        }
    }

    private List<LayerMerge> merge(MachineId id, List<String> left, Progress progress) {
        List<LayerMerge> possible =
                plan(id).stream().filter(m -> m.blockedBy().isEmpty()).toList();
        for (int i = 0; i < possible.size(); i++) {
            LayerMerge merge = possible.get(i);
            Room.require(context.hypervisor(), merge.bytes(), "merge the layers");
            Progress part = Part.of(progress, i, possible.size());
            Merging merging = context.hypervisor().merging();
            if (merge.live().isPresent()) {
                LayerMerge.Drive drive = merge.live().get();
                merging.pull(drive.machine(), drive.target(), merge.base(), part);
            } else {
                merging.pull(merge.into(), merge.base(), part);
            }
            left.addAll(merge.layers());
        }
        return possible;
    }
}
