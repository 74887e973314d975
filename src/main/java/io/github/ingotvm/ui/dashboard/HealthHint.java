package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.model.Checkup;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Health;
import io.github.ingotvm.ui.common.Icons;
import java.util.List;
import javafx.scene.control.Hyperlink;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A quiet word that Check found something, and the way to it. Takes no room when all is well. */
final class HealthHint extends Hyperlink {
    private final FontIcon icon = Icons.of(Feather.ALERT_TRIANGLE);

    HealthHint(Health health, Runnable show) {
        getStyleClass().add("health-hint");
        setGraphic(icon);
        setOnAction(e -> {
            setVisited(false);
            show.run();
        });
        health.found()
                .addListener((o, old, now) -> say(now.map(Checkup::findings).orElse(List.of())));
        say(health.found().get().map(Checkup::findings).orElse(List.of()));
    }

    private void say(List<Finding> findings) {
        List<Finding> problems = findings.stream()
                .filter(f -> f.kind() != Finding.Kind.UNREFERENCED && f.kind() != Finding.Kind.UNSEEN)
                .toList();
        List<Finding> leftovers = findings.stream().filter(Finding::fixable).toList();
        long bytes = leftovers.stream().mapToLong(Finding::bytes).sum();
        boolean bad = !problems.isEmpty();
        setVisible(bad || !leftovers.isEmpty());
        setManaged(isVisible());
        icon.setIconCode(bad ? Feather.ALERT_TRIANGLE : Feather.TRASH_2);
        setText(
                bad
                        ? Formats.count(problems.size(), "problem", "problems") + " found"
                        : Formats.size(bytes) + " left over");
        setAccessibleText(getText() + "; show what Check found");
        getStyleClass().removeAll("bad");
        if (bad) {
            getStyleClass().add("bad");
        }
    }
}
