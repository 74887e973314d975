package io.github.ingotvm.ui.space;

import io.github.ingotvm.model.LayerMerge;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Formats;
import java.util.List;
import java.util.stream.Collectors;

/** What can be merged in a machine, in words. */
record CompactPlan(VirtualMachine machine, List<LayerMerge> merges) {
    CompactPlan {
        merges = List.copyOf(merges);
    }

    private List<LayerMerge> possible() {
        return merges.stream().filter(m -> m.blockedBy().isEmpty()).toList();
    }

    boolean isPossible() {
        return !possible().isEmpty();
    }

    /** Layers that would be merged now. */
    int layers() {
        return possible().stream().mapToInt(m -> m.layers().size()).sum();
    }

    /** At most so many bytes are copied. */
    long bytes() {
        return possible().stream().mapToLong(LayerMerge::bytes).sum();
    }

    /** What becomes of it now, and what has to wait for whom. */
    String words() {
        int waiting = merges.stream()
                .filter(m -> !m.blockedBy().isEmpty())
                .mapToInt(m -> m.layers().size())
                .sum();
        String who = merges.stream()
                .flatMap(m -> m.blockedBy().stream())
                .map(VirtualMachine::displayName)
                .distinct()
                .collect(Collectors.joining(", "));
        String now = isPossible()
                ? Formats.count(layers(), "layer", "layers") + ", " + Formats.size(bytes())
                : "nothing to merge now";
        return waiting == 0 ? now : now + "  ·  " + waiting + " more once " + who + " is off";
    }
}
