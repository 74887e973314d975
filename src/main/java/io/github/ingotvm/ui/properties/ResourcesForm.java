package io.github.ingotvm.ui.properties;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.SizeField;
import io.github.ingotvm.ui.common.Tools;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Memory and processors, to be changed. */
final class ResourcesForm extends VBox {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;
    private final SizeField memory = new SizeField();
    private final Spinner<Integer> cpus = new Spinner<>(1, 240, 1);
    private final Button apply = new Button("Apply");
    private final Label note = Fields.hint("");
    private final Label problem = new Label();
    private Optional<VirtualMachine> shown = Optional.empty();

    ResourcesForm(Services services, MachineStore store, Tools tools) {
        this.services = services;
        this.store = store;
        this.tools = tools;
        cpus.setEditable(true);
        cpus.setPrefWidth(112);
        memory.setPrefColumnCount(10);
        apply.setMinWidth(Region.USE_PREF_SIZE);
        apply.getStyleClass().add(Styles.ACCENT);
        apply.setOnAction(e -> apply());
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        HBox fields = new HBox(16, Fields.labelled("Memory", memory), Fields.labelled("CPUs", cpus), apply);
        fields.setAlignment(Pos.BOTTOM_LEFT);
        setSpacing(8);
        getChildren().addAll(fields, note, problem);
        memory.textProperty().addListener(o -> look());
        cpus.getEditor().textProperty().addListener(o -> look());
        say("");
    }

    void show(VirtualMachine machine) {
        boolean sameHardware = shown.filter(
                        m -> m.hardware().memory() == machine.hardware().memory()
                                && m.hardware().cpus() == machine.hardware().cpus())
                .isPresent();
        shown = Optional.of(machine);
        // What is being typed is not taken away by a machine that merely started.
        if (!sameHardware) {
            memory.setBytes(machine.hardware().memory());
            cpus.getValueFactory().setValue(machine.hardware().cpus());
        }
        note.setText(machine.state().isActive() ? "A change counts from the next start." : "");
        note.setVisible(machine.state().isActive());
        note.setManaged(machine.state().isActive());
        look();
    }

    private void look() {
        apply.setDisable(shown.filter(this::isChanged).isEmpty());
    }

    private boolean isChanged(VirtualMachine machine) {
        OptionalLong bytes = memory.bytes();
        boolean sameMemory =
                bytes.isPresent() && bytes.getAsLong() == machine.hardware().memory();
        return !sameMemory || wantedCpus() != machine.hardware().cpus();
    }

    private int wantedCpus() {
        String text = cpus.getEditor().getText().strip();
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private void apply() {
        OptionalLong bytes = memory.bytes();
        if (bytes.isEmpty()) {
            say(SizeField.HELP);
            return;
        }
        say("");
        shown.ifPresent(m -> tools.background()
                .run(
                        () -> services.lifecycle().setResources(m.id(), bytes.getAsLong(), wantedCpus()),
                        store::learn,
                        (IngotException e) -> say(e.getMessage())));
    }

    private void say(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
    }
}
