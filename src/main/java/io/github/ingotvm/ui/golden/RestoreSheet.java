package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.restore.GoldenRestorer.Source;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** Asks where a version may be put back from: what is proved to hold what was sealed is taken, be it another file. */
final class RestoreSheet {
    private final Services services;
    private final Tools tools;
    private final TextField place = Fields.text("");

    RestoreSheet(Services services, Tools tools) {
        this.services = services;
        this.tools = tools;
    }

    void open(GoldenImage version) {
        Sheet sheet = new Sheet("Restore " + ImageActions.called(version), "Restore");
        Button choose = new Button("Choose…", Icons.of(Feather.FOLDER));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(e -> choose(sheet));
        place.setPromptText("/backup/ingot");
        place.setAccessibleText("A copy, or a folder with copies");
        HBox line = new HBox(8, place, choose);
        HBox.setHgrow(place, Priority.ALWAYS);
        sheet.with(
                Fields.hint(
                        "Choose an export of it, a copy of the damaged file, or a folder such as a backup of the pool; or leave"
                                + " it empty, to look through its full clones that are off. Only what is proved to be what was"
                                + " sealed is taken; until then nothing is removed."),
                Fields.labelled("Copy or folder", line));
        sheet.onAccept(() -> {
            restore(version, place.getText().strip());
            return true;
        });
        tools.sheets().open(sheet);
    }

    private void choose(Sheet sheet) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a copy of the damaged file");
        Optional.ofNullable(chooser.showOpenDialog(sheet.getScene().getWindow()))
                .map(File::getPath)
                .ifPresent(place::setText);
    }

    private void restore(GoldenImage version, String from) {
        tools.works()
                .start(
                        "Restoring " + ImageActions.called(version),
                        progress -> restore(version, from, progress),
                        now -> say(version, now));
    }

    /**
     * What came of it.
     *
     * @param damaged other versions that shared the damage and still have it, in words
     */
    private record Outcome(Verification now, List<String> damaged) {}

    private Outcome restore(GoldenImage version, String from, Progress progress) {
        Verification damaged = verify(version, progress);
        if (!damaged.isIntact()) {
            List<String> left = services.restorer()
                    .restoreFrom(damaged, sources(damaged, from), progress)
                    .damaged();
            Verification now = verify(version, progress);
            String itself = now.version().label() + " of " + now.machine().goldenName();
            return new Outcome(now, left.stream().filter(v -> !v.equals(itself)).toList());
        }
        return new Outcome(damaged, List.of());
    }

    private List<Source> sources(Verification damaged, String from) {
        return from.isEmpty()
                ? services.restorer().candidates(damaged).stream()
                        .map(m -> (Source) new Source.Machine(m.id()))
                        .toList()
                : Copies.at(Path.of(from), damaged.damaged()).stream()
                        .map(p -> (Source) new Source.File(p))
                        .toList();
    }

    private Verification verify(GoldenImage version, Progress progress) {
        return services.verifier()
                .verify(version.machine().id(), List.of(version.version().number()), progress)
                .get(0);
    }

    private void say(GoldenImage version, Outcome outcome) {
        Verification now = outcome.now();
        if (!now.isIntact()) {
            String lacks = now.recorded() ? String.join(", ", now.damaged()) : "its snapshot";
            tools.notices()
                    .error(new IngotException(
                            Kind.FAILED,
                            ImageActions.called(version) + " still lacks " + lacks + "; restore from another copy."));
            return;
        }
        tools.notices().good(ImageActions.called(version) + " is what was promoted again.");
        if (!outcome.damaged().isEmpty()) {
            String others = String.join(", ", outcome.damaged());
            tools.notices()
                    .error(new IngotException(
                            Kind.FAILED,
                            others
                                    + (outcome.damaged().size() == 1
                                            ? " shared the damage and still has it; restore it, too."
                                            : " shared the damage and still have it; restore them, too."),
                            outcome.damaged(),
                            null));
        }
    }
}
