package io.github.ingotvm.ui;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Background;
import io.github.ingotvm.ui.common.LogoMark;
import io.github.ingotvm.ui.common.Settings;
import io.github.ingotvm.ui.common.Theme;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The one window: first what waits for the connection, then the desk. */
public final class MainWindow {
    private static final Duration AGAIN = Duration.seconds(5);

    private final Stage stage;
    private final App.Launch launch;
    private final Background background = new Background();
    private final Settings settings;
    private final Theme theme;
    private final StackPane root = new StackPane();
    private final StartPage start = new StartPage(this::connect);
    private Optional<Desk> desk = Optional.empty();
    private boolean closed;

    public MainWindow(Stage stage, App.Launch launch) {
        this(stage, launch, Settings.ofUser());
    }

    /** The same with settings of the caller's, for tests. */
    public MainWindow(Stage stage, App.Launch launch, Settings settings) {
        this.stage = stage;
        this.launch = launch;
        this.settings = settings;
        this.theme = new Theme(settings, background);
    }

    /** Shows the window at once, then connects. */
    public void show() {
        root.getStyleClass().add("window");
        root.getChildren().setAll(start);
        Scene scene = new Scene(
                root,
                settings.number("width").orElse(1160),
                settings.number("height").orElse(760));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle("Ingot");
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setMaximized(settings.get("maximized").filter("true"::equals).isPresent());
        stage.setOnCloseRequest(e -> {
            if (desk.isPresent() && !desk.get().mayClose()) {
                e.consume();
            }
        });
        stage.setOnHidden(e -> desk.ifPresent(Desk::closeOthers));
        stage.show();
        stage.getIcons().setAll(LogoMark.image(32), LogoMark.image(64), LogoMark.image(128));
        stage.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                theme.askDesktop();
            }
        });
        theme.askDesktop();
        connect();
    }

    private void connect() {
        start.waiting();
        background.run(launch.connect(), this::connected, this::failed);
    }

    private void connected(Services services) {
        if (closed) {
            services.close();
            return;
        }
        Desk made = new Desk(services, launch.downloads(), background, settings, theme, stage::close);
        desk = Optional.of(made);
        Parent view = made.view();
        root.getChildren().setAll(view);
        made.start();
    }

    private void failed(IngotException e) {
        start.failed(e);
        PauseTransition again = new PauseTransition(AGAIN);
        again.setOnFinished(done -> {
            if (desk.isEmpty() && !closed && start.isFailed()) {
                connect();
            }
        });
        again.play();
    }

    /** Ends everything in order: what could still be undone is settled, the connection ends last. */
    public void close() {
        closed = true;
        settings.put("maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && stage.getScene() != null) {
            settings.put("width", Integer.toString((int) stage.getScene().getWidth()));
            settings.put("height", Integer.toString((int) stage.getScene().getHeight()));
        }
        desk.ifPresent(Desk::settle);
        background.close();
        desk.ifPresent(Desk::close);
    }
}
