package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.ui.common.Connection;
import io.github.ingotvm.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Says that the connection is lost, for as long as it is. */
public final class LostBanner extends HBox {
    public LostBanner(Connection connection) {
        Label text = new Label(
                "The connection to the virtual machines is lost. They go on running; Ingot is trying to reconnect by itself.",
                Icons.of(Feather.WIFI_OFF));
        text.setWrapText(true);
        getChildren().add(text);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("lost-banner");
        visibleProperty().bind(connection.lost());
        managedProperty().bind(connection.lost());
    }
}
