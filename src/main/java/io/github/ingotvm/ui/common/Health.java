package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.Checkup;
import io.github.ingotvm.model.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What Check found last, without what is about to be removed. Touched on the window's thread alone. */
public final class Health {
    private final ObjectProperty<Optional<Work>> looking = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Checkup>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<String> leaving = new HashSet<>();
    private Optional<Checkup> read = Optional.empty();

    /** The check that is under way. */
    public ObjectProperty<Optional<Work>> looking() {
        return looking;
    }

    /** What was found; empty before the first check. */
    public ReadOnlyObjectProperty<Optional<Checkup>> found() {
        return found.getReadOnlyProperty();
    }

    public void learn(Checkup checkup) {
        read = Optional.of(checkup);
        publish();
    }

    /** Shows files as gone, or again: while their removal can be undone. */
    public void setLeaving(List<String> paths, boolean gone) {
        if (gone) {
            leaving.addAll(paths);
        } else {
            paths.forEach(leaving::remove);
        }
        publish();
    }

    private void publish() {
        found.set(read.map(this::without));
    }

    private Checkup without(Checkup checkup) {
        List<Finding> left = checkup.findings().stream()
                .filter(f -> !leaving.contains(f.subject()))
                .toList();
        return new Checkup(left, checkup.machines(), checkup.snapshots(), checkup.files());
    }
}
