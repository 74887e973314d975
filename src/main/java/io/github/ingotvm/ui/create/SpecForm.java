package io.github.ingotvm.ui.create;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.service.Installer;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.SizeField;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a new machine shall have. */
final class SpecForm extends VBox {
    private static final String BIOS = "BIOS";
    private static final String UEFI = "UEFI";

    private final TextField name = Fields.text("");
    private final SizeField memory = new SizeField();
    private final SizeField disk = new SizeField();
    private final Spinner<Integer> cpus = new Spinner<>(1, 240, 2);
    private final ChoiceBox<String> firmware = new ChoiceBox<>();
    private final ToggleSwitch autoSnapshot = new ToggleSwitch("Take a snapshot by itself once it is installed");
    private final ToggleSwitch start = new ToggleSwitch("Start it right away");
    private final Label nameProblem = problem();
    private final Label memoryProblem = problem();
    private final Label diskProblem = problem();
    private final Label memoryHint = Fields.hint("");
    private final Label diskHint = Fields.hint("");

    /**
     * What was filled in.
     *
     * @param memory bytes
     * @param disk bytes
     */
    record Spec(String name, long memory, int cpus, long disk, boolean uefi, boolean autoSnapshot, boolean start) {}

    SpecForm() {
        setSpacing(16);
        firmware.getItems().setAll(BIOS, UEFI);
        firmware.setValue(BIOS);
        firmware.setMaxWidth(Double.MAX_VALUE);
        cpus.setEditable(true);
        cpus.setMaxWidth(Double.MAX_VALUE);
        autoSnapshot.setSelected(true);
        start.setSelected(true);
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(16);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.addRow(0, field("Memory", memory, memoryHint, memoryProblem), field("Disk", disk, diskHint, diskProblem));
        grid.addRow(1, Fields.labelled("CPUs", cpus), Fields.labelled("Firmware", firmware));
        getChildren().addAll(field("Name", name, nameProblem), grid, autoSnapshot, start);
    }

    private static Label problem() {
        Label label = new Label();
        label.getStyleClass().add("problem");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setVisible(false);
        label.setManaged(false);
        return label;
    }

    private static VBox field(String label, Node field, Label... below) {
        VBox box = Fields.labelled(label, field);
        box.getChildren().addAll(below);
        return box;
    }

    void know(int hostCpus, long hostMemory, long free, boolean uefi) {
        memoryHint.setText("of " + Formats.size(hostMemory));
        diskHint.setText(Formats.size(free) + " free; it only takes what is written to it");
        if (!uefi) {
            firmware.getItems().remove(UEFI);
        }
        cpus.setAccessibleText("CPUs, of " + hostCpus);
    }

    void propose(Installer.Proposal proposal, boolean image) {
        name.setText(proposal.name());
        memory.setBytes(proposal.memory());
        disk.setBytes(proposal.disk());
        disk.setDisable(image);
        cpus.getValueFactory().setValue(proposal.cpus());
        if (proposal.firmware() == Firmware.UEFI && firmware.getItems().contains(UEFI)) {
            firmware.setValue(UEFI);
        }
        autoSnapshot.setText(
                image ? "Take a snapshot of it as it came" : "Take “Just Installed” by itself once it is installed");
    }

    Optional<Spec> read() {
        OptionalLong wantedMemory = memory.bytes();
        OptionalLong wantedDisk = disk.bytes();
        if (wantedMemory.isEmpty()) {
            say(memoryProblem, memory, SizeField.HELP);
        }
        if (wantedDisk.isEmpty()) {
            say(diskProblem, disk, SizeField.HELP);
        }
        if (wantedMemory.isEmpty() || wantedDisk.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Spec(
                name.getText(),
                wantedMemory.getAsLong(),
                cpus.getValue(),
                wantedDisk.getAsLong(),
                UEFI.equals(firmware.getValue()),
                autoSnapshot.isSelected(),
                start.isSelected()));
    }

    /** Shows what is wrong at the field it is about; false when it is about none of them. */
    boolean showProblem(IngotException e) {
        String sentence = e.getMessage();
        String lower = sentence.toLowerCase(Locale.ROOT);
        if (e.kind() == Kind.EXISTS
                || (e.kind() == Kind.INVALID && (lower.startsWith("the name of") || lower.contains("needs a name")))) {
            say(nameProblem, name, sentence);
        } else if (e.kind() == Kind.INVALID && lower.startsWith("the memory")) {
            say(memoryProblem, memory, sentence);
        } else if (e.kind() == Kind.INVALID && lower.startsWith("the disk")) {
            say(diskProblem, disk, sentence);
        } else {
            return false;
        }
        return true;
    }

    private static void say(Label where, Node field, String sentence) {
        where.setText(sentence);
        where.setVisible(true);
        where.setManaged(true);
        field.requestFocus();
    }

    void clearProblems() {
        for (Label label : new Label[] {nameProblem, memoryProblem, diskProblem}) {
            label.setVisible(false);
            label.setManaged(false);
        }
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }
}
