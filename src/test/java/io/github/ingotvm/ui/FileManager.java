package io.github.ingotvm.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DataFormat;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.testfx.api.FxRobot;

/** A window beside Ingot's that a file can be dragged from. */
final class FileManager implements AutoCloseable {
    private final FxRobot robot;
    private final Stage stage;
    private final Label file;

    private FileManager(FxRobot robot, Stage stage, Label file) {
        this.robot = robot;
        this.stage = stage;
        this.file = file;
    }

    static FileManager with(FxRobot robot, Path dragged) {
        FileManager[] made = new FileManager[1];
        robot.interact(() -> {
            Label file = new Label("a file");
            file.setMinSize(80, 40);
            file.setOnDragDetected(e -> {
                file.startDragAndDrop(TransferMode.COPY)
                        .setContent(Map.of(DataFormat.FILES, List.of(dragged.toFile())));
                e.consume();
            });
            Stage stage = new Stage(StageStyle.UNDECORATED);
            stage.setScene(new Scene(new StackPane(file), 100, 60));
            stage.setX(1320);
            stage.setY(40);
            stage.show();
            made[0] = new FileManager(robot, stage, file);
        });
        return made[0];
    }

    /** Drags the file onto a node, in steps: a drag begins only once the pointer has moved some way. */
    void dropOn(Node target) {
        Pointer.moveTo(file);
        Pointer.press(MouseButton.PRIMARY);
        Point2D from = middle(file);
        Point2D to = middle(target);
        for (int step = 1; step <= 12; step++) {
            Pointer.moveTo(from.interpolate(to, step / 12.0));
        }
        Pointer.release(MouseButton.PRIMARY);
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    @Override
    public void close() {
        robot.interact(stage::hide);
    }
}
