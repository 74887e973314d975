package io.github.ingotvm.service.space;

import io.github.ingotvm.hypervisor.Merging;
import io.github.ingotvm.hypervisor.Snapshots;
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
        return new LayerMerges(Scan.whole(context.hypervisor(), Progress.NONE))
                .of(context.inventory().require(id));
    }

    /**
     * Merges what can be merged now, of a running machine too.
     *
     * @return what was merged
     * @throws IngotException {@code NO_SPACE} when there is not room for what has to be copied, {@code CANCELLED}
     */
    public List<LayerMerge> compact(MachineId id, Progress progress) {
        List<String> left = new ArrayList<>();
        try {
            return context.lock().onMachine(id, () -> mergeAll(id, left, progress));
        } finally {
            context.layers().dropUnneeded(left);
        }
    }

    private List<LayerMerge> mergeAll(MachineId id, List<String> left, Progress progress) {
        List<LayerMerge> merged = new ArrayList<>();
        List<LayerMerge> possible = possible(id);
        int all = possible.size();
        while (!possible.isEmpty() && merged.size() < all) {
            LayerMerge merge = possible.get(0);
            Room.require(context.hypervisor(), merge.bytes(), "merge the layers");
            merge(id, merge, Part.of(progress, merged.size(), all));
            left.addAll(merge.leaves());
            merged.add(merge);
            possible = possible(id); // what has moved is named differently now
        }
        return merged;
    }

    private List<LayerMerge> possible(MachineId id) {
        return plan(id).stream().filter(m -> m.blockedBy().isEmpty()).toList();
    }

    private void merge(MachineId id, LayerMerge merge, Progress progress) {
        Merging merging = context.hypervisor().merging();
        if (merge.goesDown()) {
            LayerMerge.Drive drive = merge.live().orElseThrow();
            merging.push(drive.machine(), drive.target(), merge.into(), merge.remains(), progress);
            // Until here the snapshots' own file holds the same: it stands on what has taken it in.
            Snapshots snapshots = context.hypervisor().snapshots();
            snapshots.list(id).stream()
                    .filter(s -> s.froze(merge.into()))
                    .forEach(s -> snapshots.relocate(id, s.id(), merge.into(), merge.remains()));
        } else if (merge.live().isPresent()) {
            LayerMerge.Drive drive = merge.live().get();
            merging.pull(drive.machine(), drive.target(), merge.base(), progress);
        } else {
            merging.pull(merge.into(), merge.base(), progress);
        }
    }
}
