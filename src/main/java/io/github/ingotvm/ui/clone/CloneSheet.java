package io.github.ingotvm.ui.clone;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.install.TpmNotes;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Notice;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.SizeField;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks what to cast clones from, how many, and how they shall be called. */
public final class CloneSheet {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;

    private final ComboBox<Origin> from = new ComboBox<>();
    private final TextField name = Fields.text("");
    private final Spinner<Integer> count = new Spinner<>(1, 1000, 1);
    private final ToggleGroup kind = new ToggleGroup();
    private final RadioButton linked = new RadioButton("Linked: instant, shares the golden image's space");
    private final RadioButton full = new RadioButton("Full: a copy that depends on nothing");
    private final SizeField disk = new SizeField();
    private final Label diskProblem = new Label();
    private final ToggleSwitch start = Fields.toggle("Start when made", false);
    private final Label preview = Fields.hint("");

    public CloneSheet(Services services, MachineStore store, Tools tools) {
        this.services = services;
        this.store = store;
        this.tools = tools;
        linked.setToggleGroup(kind);
        full.setToggleGroup(kind);
        linked.setSelected(true);
        count.setEditable(true);
        count.setPrefWidth(96);
        from.setMaxWidth(Double.MAX_VALUE);
        from.setPrefWidth(440);
        disk.setPromptText("None");
        disk.setMaxWidth(160);
        disk.textProperty().addListener(o -> diskProblem.setText(""));
        diskProblem.getStyleClass().add("problem");
        diskProblem.managedProperty().bind(diskProblem.textProperty().isNotEmpty());
    }

    /** Opens the sheet with the current golden image chosen, or the present state where there is none. */
    public void open(VirtualMachine machine) {
        open(machine, Optional.empty());
    }

    /** Opens the sheet with something else chosen. */
    public void open(VirtualMachine machine, From wanted) {
        open(machine, Optional.of(wanted));
    }

    private void open(VirtualMachine machine, Optional<From> wanted) {
        tools.background()
                .run(
                        () -> services.inventory().snapshots(machine.id()),
                        snapshots -> tools.sheets().open(sheet(machine, snapshots, wanted)),
                        tools.notices()::error);
    }

    private Sheet sheet(VirtualMachine machine, List<Snapshot> snapshots, Optional<From> wanted) {
        List<Origin> origins = Origin.of(machine, snapshots);
        from.getItems().setAll(origins);
        from.setValue(wanted.flatMap(w -> origins.stream().filter(o -> o.is(w)).findFirst())
                .orElse(origins.get(0)));
        name.setText(machine.displayName() + " clone");
        VBox number = Fields.labelled("How many", count);
        number.setMinWidth(VBox.USE_PREF_SIZE);
        HBox names = new HBox(16, Fields.labelled("Name", name), number);
        HBox.setHgrow(names.getChildren().get(0), Priority.ALWAYS);
        Sheet sheet = new Sheet("Clone “" + Formats.brief(machine.displayName()) + "”", "Clone")
                .with(
                        Fields.labelled("From", from),
                        new VBox(4, names, preview),
                        new VBox(8, linked, full),
                        new VBox(4, Fields.labelled("New data disk", disk), diskProblem),
                        start);
        TpmNotes.onClone(machine).map(Fields::hint).ifPresent(sheet::with);
        name.textProperty().addListener(o -> preview(sheet));
        count.getEditor().textProperty().addListener(o -> preview(sheet));
        preview(sheet);
        return sheet.onAccept(() -> cast(machine, sheet));
    }

    private int howMany() {
        String text = count.getEditor().getText().strip();
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private void preview(Sheet sheet) {
        String now;
        int number;
        boolean wrong = false;
        try {
            List<String> names = CloneNames.of(name.getText(), howMany());
            now = CloneNames.preview(names);
            number = names.size();
        } catch (IngotException e) {
            now = e.getMessage();
            number = 1;
            wrong = true;
        }
        say(now, wrong);
        sheet.acceptWord().set(number == 1 ? "Clone" : "Make " + number + " Clones");
    }

    /** Below the name, whether it is what comes of it or what is wrong with it. */
    private void say(String words, boolean wrong) {
        preview.setText(words);
        preview.getStyleClass().setAll("label", wrong ? "problem" : "hint");
    }

    /** Said last: a number that loses the keyboard is taken over, and what comes of it shown. */
    private void blame(IngotException e) {
        name.requestFocus();
        say(e.getMessage(), true);
    }

    private boolean cast(VirtualMachine machine, Sheet sheet) {
        List<String> names;
        try {
            names = CloneNames.of(name.getText(), howMany());
        } catch (IngotException e) {
            blame(e);
            return false;
        }
        if (!disk.getText().isBlank() && disk.bytes().isEmpty()) {
            disk.requestFocus();
            diskProblem.setText(SizeField.HELP);
            return false;
        }
        Cloner.Request request = new Cloner.Request(
                machine.id(),
                from.getValue().from(),
                names,
                full.isSelected(),
                start.isSelected(),
                disk.bytes().stream().boxed().toList());
        String title = names.size() == 1
                ? "Cloning “" + Formats.brief(names.get(0)) + "”"
                : "Making " + names.size() + " clones of “" + Formats.brief(machine.displayName()) + "”";
        sheet.setBusy(true);
        if (full.isSelected()) {
            // It takes its time; the window shows how far it is, and lets go of it on request.
            sheet.closeIfOpen();
        }
        tools.works()
                .start(
                        title,
                        progress -> services.cloner().clone(request, progress),
                        clones -> made(clones, sheet),
                        e -> failed(e, sheet, title));
        return false;
    }

    private void made(List<VirtualMachine> clones, Sheet sheet) {
        clones.forEach(store::learn);
        sheet.closeIfOpen();
        String said = clones.size() == 1
                ? "Cloned “" + Formats.brief(clones.get(0).displayName()) + "”."
                : "Made " + clones.size() + " clones.";
        boolean off = clones.stream().noneMatch(c -> c.state().isActive());
        if (off) {
            String word = clones.size() == 1 ? "Start" : "Start All";
            tools.notices().good(said, new Notice.Action(word, () -> clones.forEach(this::start)));
        } else {
            tools.notices().good(said);
        }
    }

    private void start(VirtualMachine clone) {
        tools.background().run(() -> services.power().start(clone.id()), () -> {}, tools.notices()::error);
    }

    private void failed(IngotException e, Sheet sheet, String title) {
        if (sheet.isOpen() && e.kind() == IngotException.Kind.EXISTS) {
            sheet.setBusy(false);
            blame(e);
        } else if (sheet.isOpen()) {
            sheet.showProblem(e);
        } else if (e.kind() == IngotException.Kind.CANCELLED) {
            tools.notices().info(title + ": cancelled, nothing is left behind.");
        } else {
            tools.notices().error(e);
        }
    }
}
