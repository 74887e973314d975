package io.github.ingotvm.ui;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.FullScreen;
import io.github.ingotvm.ui.common.KeyTaker;
import io.github.ingotvm.ui.common.LogoMark;
import io.github.ingotvm.ui.common.Notices;
import io.github.ingotvm.ui.common.NoticesView;
import io.github.ingotvm.ui.common.Settings;
import io.github.ingotvm.ui.common.Sheets;
import io.github.ingotvm.ui.common.Theme;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.machine.MachinePage;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** A machine in a window of its own, with what is said and asked about it. Where and how large it was is remembered. */
final class MachineWindow {
    private static final KeyCombination CLOSE = KeyCombination.valueOf("Ctrl+W");
    private static final int WIDTH = 1072;
    private static final int HEIGHT = 872;

    private final Stage stage = new Stage();
    private final MachineId id;
    private final Settings settings;
    private final Theme theme;
    private final Tools tools;
    private final MachinePage page;
    private final Runnable unlisten;

    /** @param closed called once when it is closed */
    MachineWindow(MachineWindows.Shared shared, MachineId id, Runnable closed) {
        this.id = id;
        this.settings = shared.settings();
        this.theme = shared.theme();
        Notices notices = new Notices();
        Sheets sheets = new Sheets();
        this.tools = new Tools(shared.tools().background(), shared.tools().works(), notices, sheets);
        StackPane frame = new StackPane();
        FullScreen fullScreen = new FullScreen(frame);
        MachineViews.Window around =
                new MachineViews.Window(tools, shared.actions().apply(tools), shared.navigator(), fullScreen);
        this.page = shared.views().page(id, around, Optional.empty());
        frame.getChildren().setAll(page.view());
        NoticesView said = new NoticesView(notices);
        StackPane.setAlignment(said, Pos.BOTTOM_CENTER);
        StackPane root = new StackPane(frame, fullScreen, sheets, said);
        root.getStyleClass().add("window");
        Scene scene =
                new Scene(root, number("width").orElse(WIDTH), number("height").orElse(HEIGHT));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (CLOSE.match(e) && !sheets.isOpen() && !(scene.getFocusOwner() instanceof KeyTaker)) {
                e.consume();
                stage.close();
            }
        });
        theme.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(480);
        stage.setMinHeight(360);
        stage.getIcons().setAll(LogoMark.image(32), LogoMark.image(64), LogoMark.image(128));
        stage.setOnHiding(e -> remember());
        stage.setOnHidden(e -> {
            left();
            closed.run();
        });
        this.unlisten = shared.store().listen(changed -> {
            if (changed.equals(id)) {
                shared.store().find(id).ifPresent(this::setTitle);
            }
        });
        shared.store().find(id).ifPresent(this::setTitle);
    }

    private void setTitle(VirtualMachine machine) {
        stage.setTitle(machine.displayName() + " – Ingot");
    }

    void show() {
        place();
        stage.show();
        page.shown();
    }

    /** Where it was, if there still is a monitor. */
    private void place() {
        Optional<Integer> x = number("x");
        Optional<Integer> y = number("y");
        if (x.isPresent() && y.isPresent()) {
            double width = stage.getScene().getWidth();
            boolean seen =
                    !Screen.getScreensForRectangle(x.get(), y.get(), width, 1).isEmpty();
            if (seen) {
                stage.setX(x.get());
                stage.setY(y.get());
            }
        }
    }

    /** In front of the others, with the keyboard. */
    void raise() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    void close() {
        stage.close();
    }

    private void left() {
        unlisten.run();
        page.left();
        tools.notices().dismissAll();
        theme.undress(stage.getScene());
    }

    private void remember() {
        if (!stage.isFullScreen() && !stage.isMaximized()) {
            put("width", stage.getScene().getWidth());
            put("height", stage.getScene().getHeight());
            put("x", stage.getX());
            put("y", stage.getY());
        }
    }

    private Optional<Integer> number(String what) {
        return settings.number("window." + id + "." + what);
    }

    private void put(String what, double value) {
        settings.put("window." + id + "." + what, Integer.toString((int) value));
    }
}
