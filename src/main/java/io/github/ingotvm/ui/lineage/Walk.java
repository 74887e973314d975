package io.github.ingotvm.ui.lineage;

import io.github.ingotvm.lineage.Caption;
import io.github.ingotvm.lineage.Layout;
import io.github.ingotvm.lineage.Layout.Box;
import io.github.ingotvm.lineage.Subject;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** From node to node by key, and to those that are searched for. */
final class Walk {
    private final Layout layout;
    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<String, Box> parents = new HashMap<>();

    Walk(Layout layout) {
        this.layout = layout;
        layout.boxes().forEach(b -> boxes.put(b.node().key(), b));
        layout.edges().forEach(e -> parents.put(e.to().node().key(), e.from()));
    }

    Optional<Box> box(String key) {
        return Optional.ofNullable(boxes.get(key));
    }

    Optional<Box> first() {
        return layout.boxes().stream().findFirst();
    }

    Optional<Box> last() {
        return layout.boxes().stream().max(Comparator.comparingDouble(Box::y));
    }

    Optional<Box> toParent(Box from) {
        return Optional.ofNullable(parents.get(from.node().key()));
    }

    /** The child that stands straightest beside it. */
    Optional<Box> toChild(Box from) {
        return from.node().children().stream()
                .flatMap(c -> box(c.key()).stream())
                .min(Comparator.comparingDouble(c -> Math.abs(c.y() - from.y())));
    }

    /** The next one above or below in the same column. */
    Optional<Box> up(Box from) {
        return nearest(b -> b.x() == from.x() && b.y() < from.y(), from);
    }

    Optional<Box> down(Box from) {
        return nearest(b -> b.x() == from.x() && b.y() > from.y(), from);
    }

    private Optional<Box> nearest(Predicate<Box> which, Box from) {
        return layout.boxes().stream().filter(which).min(Comparator.comparingDouble(b -> Math.abs(b.y() - from.y())));
    }

    /** What has all these words in its name, or in that of one of its clones. */
    List<Box> matching(String words) {
        List<String> wanted = Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(w -> !w.isEmpty())
                .toList();
        return wanted.isEmpty()
                ? List.of()
                : layout.boxes().stream().filter(b -> has(b, wanted)).toList();
    }

    private static boolean has(Box box, List<String> wanted) {
        Caption caption = Caption.of(box.node());
        Stream<String> clones = box.node().subject() instanceof Subject.Stack s
                ? s.clones().stream().map(VirtualMachine::displayName)
                : Stream.empty();
        return Stream.concat(Stream.of(caption.title() + " " + caption.words()), clones)
                .map(t -> t.toLowerCase(Locale.ROOT))
                .anyMatch(t -> wanted.stream().allMatch(t::contains));
    }
}
