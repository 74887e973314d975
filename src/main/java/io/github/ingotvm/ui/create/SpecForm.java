package io.github.ingotvm.ui.create;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Need;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.service.install.Unattended;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.SizeField;
import io.github.ingotvm.ui.create.SpecCheck.Field;
import io.github.ingotvm.ui.create.SpecCheck.Remark;
import io.github.ingotvm.ui.create.SpecCheck.Typed;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What a new machine shall have: all of it proposed, all of it changeable. */
final class SpecForm extends VBox {
    private static final String BIOS = "BIOS";
    private static final String UEFI = "UEFI";

    private final TextField name = Fields.text("");
    private final SizeField memory = new SizeField();
    private final SizeField disk = new SizeField();
    private final Spinner<Integer> cpus = new Spinner<>(1, 240, 2);
    private final ChoiceBox<String> firmware = new ChoiceBox<>();
    private final ToggleSwitch autoSnapshot = Fields.toggle("", true);
    private final ToggleSwitch start = Fields.toggle("Start it right away", true);
    private final ToggleSwitch drivers = Fields.toggle("", true);
    private final SecurityBox security;
    private final DataDisksBox data;
    private final InPlaceBox inPlace;
    private final ExpressBox express;
    private final VBox notes = new VBox(4);
    private final Map<Field, FieldBox> boxes = new EnumMap<>(Field.class);
    private String proposedName = "";
    private Optional<Path> driverDisc = Optional.empty();
    private Optional<Need> image = Optional.empty();
    private OptionalLong free = OptionalLong.empty();

    /**
     * @param changed called whenever something was typed or chosen
     * @param unattended says what installers could not use
     */
    SpecForm(Runnable changed, Unattended unattended) {
        express = new ExpressBox(unattended, changed);
        setSpacing(16);
        firmware.getItems().setAll(BIOS, UEFI);
        firmware.setValue(BIOS);
        firmware.setMaxWidth(Double.MAX_VALUE);
        cpus.setEditable(true);
        cpus.setMaxWidth(Double.MAX_VALUE);
        boxes.put(Field.NAME, new FieldBox("Name", name));
        boxes.put(Field.MEMORY, new FieldBox("Memory", memory));
        boxes.put(Field.DISK, new FieldBox("Disk", disk));
        boxes.put(Field.CPUS, new FieldBox("CPUs", cpus));
        security = new SecurityBox(changed);
        data = new DataDisksBox(changed);
        inPlace = new InPlaceBox(() -> {
            diskHint();
            changed.run();
        });
        boxes.putAll(security.boxes());
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(16);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.addRow(0, box(Field.MEMORY), box(Field.DISK));
        grid.addRow(1, box(Field.CPUS), Fields.labelled("Firmware", firmware));
        getChildren()
                .addAll(
                        notes,
                        box(Field.NAME),
                        grid,
                        data,
                        new VBox(12, inPlace, security, express, autoSnapshot, start, drivers));
        name.textProperty().addListener(o -> {
            express.named(name.getText());
            changed.run();
        });
        memory.textProperty().addListener(o -> changed.run());
        disk.textProperty().addListener(o -> changed.run());
        firmware.valueProperty().addListener(o -> {
            security.firmware(UEFI.equals(firmware.getValue()));
            changed.run();
        });
        cpus.getEditor().textProperty().addListener(o -> changed.run());
    }

    private FieldBox box(Field field) {
        return java.util.Objects.requireNonNull(boxes.get(field));
    }

    void know(HostView host) {
        box(Field.MEMORY).hint("of " + Formats.size(host.memory()));
        box(Field.CPUS).hint("of " + host.cpus());
        free = OptionalLong.of(host.free());
        diskHint();
        security.know(host);
        if (!host.uefi()) {
            firmware.getItems().remove(UEFI);
        }
    }

    private void diskHint() {
        free.ifPresent(bytes -> box(Field.DISK).hint(Formats.size(bytes) + " free; " + takes()));
    }

    private String takes() {
        if (image.isEmpty() || inPlace.isChosen()) {
            return "it only takes what is written to it";
        }
        Need need = image.get();
        return need.most().isEmpty()
                ? "what the image takes shows when it is unpacked"
                : need.least() == need.most().getAsLong()
                        ? "the image takes " + Formats.size(need.least())
                        : "the image takes up to " + Formats.size(need.most().getAsLong());
    }

    /** Gives back, after another proposal, the name that was typed and the answers; the hardware is the system's. */
    Runnable keeping() {
        String typed = name.getText();
        boolean own = !typed.equals(proposedName);
        Runnable answers = express.keeping();
        return () -> {
            if (own) {
                name.setText(typed);
            }
            answers.run();
        };
    }

    /**
     * Fills in what is proposed.
     *
     * @param answers what an installer could be told
     * @param fromImage whether it has its disk already
     */
    void propose(Proposal proposal, Answers answers, boolean fromImage) {
        image = fromImage ? Optional.of(proposal.need()) : Optional.empty();
        proposedName = proposal.name();
        name.setText(proposedName);
        memory.setBytes(proposal.memory());
        if (fromImage) {
            disk.setText("As the image");
        } else {
            disk.setBytes(proposal.disk());
        }
        disk.setDisable(fromImage);
        inPlace.propose(proposal, fromImage);
        diskHint();
        cpus.getValueFactory().setValue(proposal.cpus());
        firmware.setValue(
                proposal.firmware() == Firmware.UEFI && firmware.getItems().contains(UEFI) ? UEFI : BIOS);
        security.firmware(UEFI.equals(firmware.getValue()));
        security.propose(proposal);
        express.propose(proposal, answers, !fromImage);
        autoSnapshot.setText(
                fromImage
                        ? "Take a snapshot of it as it came"
                        : "Take “Just Installed” by itself once it is installed");
        driverDisc = proposal.drivers();
        drivers.setText(driverDisc
                .map(d -> "Put in its drivers, too: " + d.getFileName())
                .orElse(""));
        drivers.setVisible(driverDisc.isPresent());
        drivers.setManaged(driverDisc.isPresent());
        notes.getChildren().setAll(proposal.notes().stream().map(Fields::hint).toList());
        notes.setVisible(!proposal.notes().isEmpty());
        notes.setManaged(notes.isVisible());
    }

    Typed typed() {
        String number = cpus.getEditor().getText().strip();
        int wanted = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        return new Typed(
                name.getText(),
                memory.bytes(),
                wanted,
                disk.bytes(),
                need(),
                security.chosen(),
                data.sizes(),
                express.unasked());
    }

    private Optional<Need> need() {
        return image.map(copy -> inPlace.isChosen() ? Need.NOTHING : copy);
    }

    /** Shows what is wrong or worth knowing at its field, and nothing at the others. */
    void show(Map<Field, Remark> remarks) {
        boxes.forEach((field, box) -> box.say(Optional.ofNullable(remarks.get(field))));
        data.say(Optional.ofNullable(remarks.get(Field.DATA_DISKS)));
    }

    /** Gives the keyboard to a field. */
    void focus(Field field) {
        if (field == Field.DATA_DISKS) {
            data.focusFirst();
            return;
        }
        Node node = box(field).field();
        node.requestFocus();
        if (node instanceof TextField text) {
            text.selectAll();
        }
    }

    /** Whether the installer can be told all it shall be told; gives the keyboard to the first answer that it cannot use. */
    boolean answersAreComplete() {
        return express.isComplete();
    }

    /** What to make; only for what {@link SpecCheck} has nothing against. */
    InstallRequest request(InstallRequest.Source source, Optional<String> osId) {
        Typed typed = typed();
        InstallRequest.Extras extras = security.extras(driverDisc.filter(d -> drivers.isSelected()))
                .standing(inPlace.isChosen())
                .with(data.disks());
        return new InstallRequest(
                        typed.name(),
                        source,
                        typed.memory().orElseThrow(),
                        typed.cpus(),
                        typed.disk().orElse(0),
                        UEFI.equals(firmware.getValue()) ? Firmware.UEFI : Firmware.BIOS,
                        osId,
                        autoSnapshot.isSelected(),
                        start.isSelected())
                .with(express.answers().map(extras::with).orElse(extras));
    }
}
