package io.github.ingotvm.ui;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.service.Services;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;

/** The window as an application. Its class name is the window class that the desktop knows Ingot by. */
public final class App extends Application {
    // JavaFX makes the application object itself, so this one thing has to be handed over beside it.
    private static final AtomicReference<Launch> LAUNCH = new AtomicReference<>();

    private Optional<MainWindow> window = Optional.empty();

    /**
     * What the window needs from outside.
     *
     * @param connect opens the connection; called off the window's thread, again after a failure
     * @param downloads what can be fetched
     */
    public record Launch(Supplier<Services> connect, Downloads downloads) {}

    /** Opens the window; returns when it is closed. Once in a process. */
    public static void open(Launch launch) {
        LAUNCH.set(launch);
        Application.launch(App.class);
    }

    @Override
    public void start(Stage stage) {
        MainWindow shown = new MainWindow(stage, java.util.Objects.requireNonNull(LAUNCH.get(), "open() starts it"));
        window = Optional.of(shown);
        shown.show();
    }

    @Override
    public void stop() {
        window.ifPresent(MainWindow::close);
    }
}
