package io.github.ingotvm.ui.refresh;

import io.github.ingotvm.model.CloneChange;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.MachineRows;
import io.github.ingotvm.ui.common.Sheet;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleBooleanProperty;

/** Shows what each clone would leave behind, and asks what becomes of those that run. */
final class RefreshSheet extends Sheet {
    private final RefreshPreview preview;
    private final RunningChoice running;
    private final SimpleBooleanProperty any = new SimpleBooleanProperty();

    RefreshSheet(RefreshPreview preview, BiConsumer<List<MachineId>, Running> go) {
        super(preview.title(), "");
        this.preview = preview;
        this.running =
                new RunningChoice(preview.running().size(), preview.going().size());
        with(
                Fields.hint(preview.about()),
                MachineRows.of(
                        preview.changes().stream().map(CloneChange::machine).toList(),
                        preview.changes().stream().map(RefreshPreview::words).toList()),
                running);
        running.changed().addListener(o -> count());
        acceptWhen(any);
        count();
        onAccept(() -> {
            go.accept(preview.ids(running.includesRunning()), running.running());
            return true;
        });
    }

    private void count() {
        int number = preview.ids(running.includesRunning()).size();
        any.set(number > 0);
        acceptWord().set(preview.acceptWord(number));
    }
}
