package io.github.ingotvm.ui.machine;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Says above the screen what to do while a system is being installed on it. */
final class InstallStrip extends HBox {
    private static final String AT_THE_END = "At the installer's last restart Ingot takes the disc out";

    private final Label words = new Label("", Icons.of(Feather.DISC));

    /** @param markInstalled called when the user says that the installation has ended */
    InstallStrip(Runnable markInstalled) {
        getStyleClass().add("install-strip");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button installed = new Button("Mark as Installed");
        installed.getStyleClass().add(Styles.SMALL);
        installed.setMinWidth(Region.USE_PREF_SIZE);
        installed.setOnAction(e -> markInstalled.run());
        getChildren().setAll(words, installed);
    }

    void show(VirtualMachine machine) {
        Install install = machine.mark().install();
        boolean there = install.state() == Install.State.INSTALLING && machine.state() == PowerState.RUNNING;
        words.setText("Install the system. " + AT_THE_END
                + (install.autoSnapshot() ? " and takes the snapshot Just Installed." : "."));
        setVisible(there);
        setManaged(there);
    }
}
