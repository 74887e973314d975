package io.github.ingotvm.ui.dashboard;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.EmptyState;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.LogoMark;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** What is shown in place of machines where there are none. */
final class NoMachines {
    private NoMachines() {}

    static EmptyState yet(Runnable create, Runnable demo) {
        Button first = new Button("New…", Icons.of(Feather.PLUS));
        first.getStyleClass().add(Styles.ACCENT);
        first.setOnAction(e -> create.run());
        Button second = new Button("Try the Demo Machine", Icons.of(Feather.PLAY));
        second.setOnAction(e -> demo.run());
        return new EmptyState(
                new LogoMark(88),
                "Cast your first machine",
                "Install a system once and fine-tune it. Then make it golden, and cast as many clones from it as you like."
                        + " You can also drop an ISO file here.",
                first,
                second);
    }

    static EmptyState noneRuns() {
        return new EmptyState(
                Icons.of(Feather.MOON, "empty-icon"), "All quiet", "No virtual machine is running at the moment.");
    }

    static EmptyState nothingFound(String query, Runnable clear) {
        Button button = new Button("Clear Search");
        button.setOnAction(e -> clear.run());
        return new EmptyState(
                Icons.of(Feather.SEARCH, "empty-icon"),
                "Nothing found",
                "No virtual machine goes by “" + query + "”.",
                button);
    }
}
