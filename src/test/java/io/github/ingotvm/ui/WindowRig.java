package io.github.ingotvm.ui;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Settings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a stage, and pictures of it. */
final class WindowRig implements AutoCloseable {
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("ingot.window.patience", 60));

    private final MainWindow window;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();

    private WindowRig(MainWindow window, Stage stage) {
        this.window = window;
        this.stage = stage;
    }

    static WindowRig open(Supplier<Services> connect, Path folder, double width, double height) {
        try {
            FxToolkit.registerPrimaryStage();
            Stage stage = FxToolkit.registerStage(Stage::new);
            Settings settings = new Settings(folder.resolve("window.properties"));
            settings.put("width", Integer.toString((int) width));
            settings.put("height", Integer.toString((int) height));
            MainWindow window = FxToolkit.setupFixture(() -> {
                MainWindow made = new MainWindow(stage, new App.Launch(connect, downloads(folder)), settings);
                made.show();
                stage.requestFocus();
                return made;
            });
            return new WindowRig(window, stage);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the window does not open", e);
        }
    }

    /** Into the test's folder, and whatever the database of this computer says. */
    private static Downloads downloads(Path folder) {
        String none = folder.resolve("none").toString();
        return Downloads.of(Map.of(
                "OSINFO_SYSTEM_DIR", none,
                "OSINFO_LOCAL_DIR", none,
                "OSINFO_USER_DIR", none,
                "XDG_CACHE_HOME", folder.resolve("cache").toString()));
    }

    /** Waits until the window shows this text. */
    WindowRig shows(String text) {
        return until(() -> has(text));
    }

    /** Waits until the window no longer shows this text. */
    WindowRig hides(String text) {
        return until(() -> !has(text));
    }

    /** Waits until something holds on the window's thread. */
    WindowRig until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(25))
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), condition));
        return this;
    }

    /** Waits until a node, by its selector, is there and has the keyboard. */
    WindowRig hasKeyboard(String selector) {
        return until(
                () -> robot.lookup(selector).tryQuery().filter(Node::isFocused).isPresent());
    }

    boolean has(String text) {
        return ask(() -> shown(text).isPresent());
    }

    /** Asks on the window's thread: what is looked through elsewhere changes while it is. */
    <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), question);
    }

    private Optional<Node> shown(String text) {
        return robot.lookup(text).queryAll().stream().filter(n -> isSeen(n)).findFirst();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
    }

    /** Presses keys together, once: held any longer, the display would repeat them. */
    WindowRig press(KeyCode... keys) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Robot hands = new Robot();
            for (KeyCode key : keys) {
                hands.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                hands.keyRelease(keys[i]);
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    WindowRig click(String text) {
        return click(() -> shown(text), MouseButton.PRIMARY, 1);
    }

    WindowRig doubleClick(String text) {
        return click(() -> shown(text), MouseButton.PRIMARY, 2);
    }

    WindowRig rightClick(String text) {
        return click(() -> shown(text), MouseButton.SECONDARY, 1);
    }

    /** Clicks a button that shows no words, by those it has for people who cannot see it. */
    WindowRig tool(String words) {
        return click(() -> tools(words).findFirst(), MouseButton.PRIMARY, 1);
    }

    private WindowRig click(Callable<Optional<Node>> what, MouseButton button, int times) {
        for (int tries = 1; ; tries++) {
            until(() -> what.call().isPresent());
            Optional<Node> node = ask(what);
            try {
                if (node.isPresent()) {
                    Pointer.click(node.get(), button, times);
                    return this;
                }
            } catch (CompletionException e) {
                // What showed it was made anew meanwhile.
                if (tries == TRIES || !(e.getCause() instanceof IllegalStateException)) {
                    throw e;
                }
            }
        }
    }

    private Stream<Node> tools(String words) {
        return Stream.of(".button", ".menu-button")
                .flatMap(kind -> robot.lookup(kind).queryAll().stream())
                .filter(n -> words.equals(n.getAccessibleText()) && isSeen(n));
    }

    /** Moves the mouse in one step, from wherever its pointer is now. */
    WindowRig push(int dx, int dy) {
        Pointer.push(dx, dy);
        return this;
    }

    /** Goes down an open menu by key, and takes the item. */
    WindowRig choose(String item) {
        shows(item);
        until(() -> {
            boolean there = shown(item).orElseThrow().getParent().getPseudoClassStates().stream()
                    .anyMatch(p -> p.getPseudoClassName().equals("focused"));
            if (!there) {
                Robot hands = new Robot();
                hands.keyPress(KeyCode.DOWN);
                hands.keyRelease(KeyCode.DOWN);
            }
            return there;
        });
        return press(KeyCode.ENTER);
    }

    private Optional<TextInputControl> field() {
        Node owner = scene().getFocusOwner();
        return owner instanceof Spinner<?> spinner
                ? Optional.of(spinner.getEditor())
                : Optional.ofNullable(owner instanceof TextInputControl text ? text : null);
    }

    /** Replaces what is in the field that has the keyboard. */
    WindowRig type(String text) {
        until(() -> field().isPresent());
        robot.interact(() -> {
            TextInputControl field = field().orElseThrow();
            field.selectAll();
            field.replaceSelection(text);
        });
        return this;
    }

    /** Closes what is open, and goes to all machines as cards. */
    WindowRig tidyUp() {
        // A machine that has the keyboard takes Escape for itself.
        press(KeyCode.ESCAPE).press(KeyCode.ALT, KeyCode.LEFT).press(KeyCode.ALT, KeyCode.LEFT);
        robot.interact(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(w -> w instanceof PopupWindow)
                    .forEach(Window::hide);
        });
        dismissNotices();
        // Away from what may be about to be cleared, and off whatever shows something under the pointer.
        Pointer.moveTo(new Point2D(stage.getX() + stage.getWidth() / 2, stage.getY() + 4));
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.interact(
                () -> robot.lookup(".search").queryAs(TextInputControl.class).clear());
        // From the search the keyboard goes to the machines.
        return press(KeyCode.CONTROL, KeyCode.F).press(KeyCode.ESCAPE);
    }

    /** Closes what is said at the foot of the window; what could be undone no longer can. */
    WindowRig dismissNotices() {
        robot.interact(() -> List.<Node>copyOf(robot.lookup(".notice").queryAll()).stream()
                .flatMap(n -> n.lookupAll(".button").stream())
                .filter(b -> "Close".equals(b.getAccessibleText()))
                .forEach(b -> ((Button) b).fire()));
        return this;
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    /** What is on the monitor at a place of the window, in the monitor's pixels from the left top of its scene: 0xAARRGGBB. */
    int pixel(double x, double y) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), () -> {
            Scene scene = stage.getScene();
            javafx.scene.paint.Color color = new Robot()
                    .getPixelColor(
                            stage.getX() + scene.getX() + x / stage.getOutputScaleX(),
                            stage.getY() + scene.getY() + y / stage.getOutputScaleY());
            return 0xFF000000
                    | (int) Math.rint(color.getRed() * 255) << 16
                    | (int) Math.rint(color.getGreen() * 255) << 8
                    | (int) Math.rint(color.getBlue() * 255);
        });
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Writes what the window shows to a PNG file. */
    void picture(Path file) {
        WritableImage[] taken = new WritableImage[1];
        robot.interact(() -> taken[0] = stage.getScene().snapshot(null));
        write(taken[0], file);
    }

    /** The same with the menus that lie above it. */
    void pictureOfScreen(Path file) {
        WritableImage[] taken = new WritableImage[1];
        robot.interact(() -> taken[0] = new Robot()
                .getScreenCapture(null, stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
        write(taken[0], file);
    }

    private static void write(WritableImage image, Path file) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] argb = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
        BufferedImage copy = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, w, h, argb, 0, w);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        robot.interact(() -> {
            stage.hide();
            window.close();
        });
    }
}
