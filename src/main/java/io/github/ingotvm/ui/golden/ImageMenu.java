package io.github.ingotvm.ui.golden;

import static io.github.ingotvm.ui.common.MachineMenu.item;

import io.github.ingotvm.model.GoldenImage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a golden image and with each of its versions. */
final class ImageMenu {
    private final ImageActions doing;

    ImageMenu(ImageActions doing) {
        this.doing = doing;
    }

    /** @param open shows the image's own page */
    List<MenuItem> of(ImageSummary image, Runnable open) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("Open", Feather.STAR, "Enter", open));
        image.current().ifPresent(c -> items.add(item("Clone…", Feather.COPY, "", () -> doing.clone(c))));
        image.current()
                .ifPresent(
                        c -> items.add(item("Run Disposable Clone", Feather.WIND, "", () -> doing.runDisposable(c))));
        items.add(new SeparatorMenuItem());
        items.addAll(ofPage(image));
        return items;
    }

    /** What the image's own page does not show as a button. */
    List<MenuItem> ofPage(ImageSummary image) {
        MenuItem update = item("Update Clones…", Feather.ARROW_UP_CIRCLE, "", () -> doing.update(image));
        update.setDisable(image.behind().isEmpty());
        MenuItem reset = item("Reset Clones…", Feather.REFRESH_CCW, "", () -> doing.reset(image));
        reset.setDisable(image.linked().isEmpty());
        MenuItem export =
                item("Export…", Feather.UPLOAD, "", () -> image.current().ifPresent(doing::export));
        export.setDisable(image.current().filter(GoldenImage::intact).isEmpty());
        MenuItem machine = item("Show Machine", Feather.SLIDERS, "", () -> doing.showMachine(image));
        machine.setDisable(image.machine().isImageOnly());
        return List.of(
                item("Promote Next Version…", Feather.PLUS_CIRCLE, "", () -> doing.promoteNext(image)),
                item("Edit…", Feather.EDIT, "", () -> doing.edit(image)),
                item("Name and Purpose…", Feather.EDIT_2, "F2", () -> doing.rename(image)),
                item("Data Disks…", Feather.HARD_DRIVE, "", () -> doing.dataDisks(image)),
                update,
                reset,
                item("Verify", Feather.SHIELD, "", () -> doing.verify(image)),
                export,
                new SeparatorMenuItem(),
                machine);
    }

    List<MenuItem> ofVersion(ImageSummary image, GoldenImage version) {
        int number = version.version().number();
        MenuItem current = item("Make Current", Feather.STAR, "", () -> doing.makeCurrent(image, number));
        current.setDisable(version.current());
        MenuItem compare = item("Compare…", Feather.COLUMNS, "", () -> doing.compare(image, number));
        compare.setDisable(image.versions().size() < 2);
        MenuItem move = item("Update Clones to It…", Feather.ARROW_UP_CIRCLE, "", () -> doing.move(image, number));
        move.setDisable(image.onOther(number).isEmpty());
        MenuItem clone = item("Clone…", Feather.COPY, "", () -> doing.clone(version));
        clone.setDisable(!version.intact());
        MenuItem run = item("Run Disposable Clone", Feather.WIND, "", () -> doing.runDisposable(version));
        run.setDisable(!version.intact());
        MenuItem export = item("Export…", Feather.UPLOAD, "", () -> doing.export(version));
        export.setDisable(!version.intact());
        MenuItem retire = item("Retire…", Feather.ARCHIVE, "Delete", () -> doing.retire(version));
        retire.setDisable(version.current());
        return List.of(
                clone,
                run,
                current,
                item("Edit Note…", Feather.EDIT_2, "F2", () -> doing.editNote(version)),
                compare,
                move,
                export,
                new SeparatorMenuItem(),
                item("Demote", Feather.ARROW_DOWN, "", () -> doing.demote(version)),
                retire);
    }
}
