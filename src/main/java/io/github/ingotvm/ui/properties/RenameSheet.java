package io.github.ingotvm.ui.properties;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import javafx.scene.control.TextField;

/** Asks for a machine's new name. */
public final class RenameSheet {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;

    public RenameSheet(Services services, MachineStore store, Tools tools) {
        this.services = services;
        this.store = store;
        this.tools = tools;
    }

    public Sheet of(VirtualMachine machine) {
        TextField name = Fields.text(machine.displayName());
        Sheet sheet = new Sheet("Rename", "Rename").with(Fields.labelled("Name", name));
        return sheet.onAccept(() -> {
            sheet.setBusy(true);
            tools.background()
                    .run(
                            () -> services.lifecycle().rename(machine.id(), name.getText()),
                            renamed -> {
                                store.learn(renamed);
                                sheet.closeIfOpen();
                            },
                            sheet::showProblem);
            return false;
        });
    }
}
