package io.github.ingotvm.ui.golden;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** Asks where a version shall be exported to. */
final class ExportSheet {
    private static final String ENDING = ".ova";

    private final Services services;
    private final Tools tools;
    private final TextField place = Fields.text("");
    private final ToggleSwitch replace = Fields.toggle("Replace the file that is there", false);

    ExportSheet(Services services, Tools tools) {
        this.services = services;
        this.tools = tools;
    }

    void open(GoldenImage version) {
        Sheet sheet = new Sheet("Export " + ImageActions.called(version), "Export");
        place.setText(Path.of(System.getProperty("user.home", ""))
                .resolve(Names.slug(version.name()) + "-" + version.version().label() + ENDING)
                .toString());
        place.setAccessibleText("The file to write");
        place.textProperty().addListener(o -> look());
        look();
        Button choose = new Button("Choose…", Icons.of(Feather.FOLDER));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(e -> choose(sheet));
        HBox line = new HBox(8, place, choose);
        HBox.setHgrow(place, Priority.ALWAYS);
        sheet.with(
                Fields.hint(
                        "One file with everything that is in it: an appliance (OVA), which other tools read, too. Drop it on"
                                + " a window of Ingot, here or on another host, and it is a golden image again."),
                Fields.labelled("File", line),
                replace);
        sheet.acceptWhen(place.textProperty().isNotEmpty());
        sheet.onAccept(() -> {
            Path file = Path.of(place.getText().strip());
            boolean over = replace.isVisible() && replace.isSelected();
            sheet.setBusy(true);
            tools.background()
                    .run(
                            () -> services.exporter()
                                    .check(
                                            version.machine().id(),
                                            version.version().number(),
                                            file,
                                            over),
                            () -> {
                                sheet.closeIfOpen();
                                export(version, file, over);
                            },
                            sheet::showProblem);
            return false;
        });
        tools.sheets().open(sheet);
    }

    /** What may be lost is asked only where something is. */
    private void look() {
        boolean there;
        try {
            there = Files.isRegularFile(Path.of(place.getText().strip()));
        } catch (InvalidPathException e) {
            there = false;
        }
        replace.setVisible(there);
        replace.setManaged(there);
    }

    private void choose(Sheet sheet) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the golden image to");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Appliances (OVA)", "*" + ENDING));
        File now = new File(place.getText());
        chooser.setInitialFileName(now.getName());
        Optional.ofNullable(now.getParentFile()).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showSaveDialog(sheet.getScene().getWindow()))
                .map(File::getPath)
                .ifPresent(path -> {
                    place.setText(path.contains(".") ? path : path + ENDING);
                    replace.setSelected(true); // the chooser has asked
                });
    }

    private void export(GoldenImage version, Path file, boolean over) {
        tools.works()
                .start(
                        "Exporting " + ImageActions.called(version),
                        progress -> services.exporter()
                                .export(
                                        version.machine().id(),
                                        version.version().number(),
                                        file,
                                        over,
                                        progress),
                        made -> tools.notices().good(ImageActions.called(version) + " is exported to " + made + "."));
    }
}
