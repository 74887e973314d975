package io.github.ingotvm.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.console.keyboard.KeyPlaces;
import io.github.ingotvm.console.keyboard.Keyboards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Every key of a keyboard, pressed as the X server sees keys, plain and with Shift and AltGr: the guest gets that very key, whatever is
 * printed on it in this country.
 */
class LayoutsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ESCAPE = 1;
    private static final int CONTROL = 29;
    private static final int SHIFT = 42;
    private static final int ALT_GR = 100;
    /** All that type something, as Linux numbers them: the digits' row, the three of letters, and the one that Americans lack. */
    private static final List<Integer> KEYS = IntStream.concat(
                    IntStream.of(86),
                    IntStream.rangeClosed(2, 53).filter(k -> k != 14 && k != 15 && k != 28 && k != 29 && k != 42))
            .boxed()
            .toList();

    private final List<Integer> pressed = new CopyOnWriteArrayList<>();
    private final List<Integer> released = new CopyOnWriteArrayList<>();
    private Keyboards keyboards;
    private KeyPlaces places;

    @BeforeEach
    void open() throws TimeoutException {
        keyboards = Keyboards.ofThisDisplay();
        places = KeyPlaces.ofThisDisplay();
        FxToolkit.registerPrimaryStage();
        Stage stage = FxToolkit.registerStage(Stage::new);
        Keyboard keyboard = new Keyboard(
                Keyboard.Places.of(places), (keysym, scanCode, down) -> (down ? pressed : released).add(scanCode));
        FxToolkit.setupFixture(() -> {
            Region view = new Region();
            view.setFocusTraversable(true);
            new GuestKeys(view, keyboard, e -> false);
            stage.setScene(new Scene(new StackPane(view), 300, 200));
            stage.show();
            stage.toFront();
            view.requestFocus();
        });
        new FxRobot().clickOn(stage);
        await().atMost(PATIENCE).until(stage::isFocused);
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
        keyboards.close();
        places.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "us,",
        "de,",
        "fr,",
        "ru,",
        "gr,",
        "es,",
        "pl,",
        "jp,",
        "il,",
        "cz,",
        "ch,fr",
        "us,dvorak",
        "us,intl",
        "gb,",
        "br,",
        "tr,"
    })
    void everyKeyArrivesAsItself(String layout, String variant) {
        keyboards.layout(layout, variant == null ? "" : variant);
        for (List<Integer> held : List.of(
                List.<Integer>of(), List.of(SHIFT), List.of(ALT_GR), List.of(SHIFT, ALT_GR), List.of(CONTROL))) {
            assertThat(strayed(held))
                    .as("keys that arrive as others with %s held", held)
                    .isEmpty();
            await("what went down comes up")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(released).containsExactlyInAnyOrderElementsOf(pressed));
        }
    }

    /** Presses every key while others are held. Gives what arrived in place of those that did not arrive as themselves. */
    private Map<Integer, List<Integer>> strayed(List<Integer> held) {
        pressed.clear();
        released.clear();
        held.forEach(k -> keyboards.key(k, true));
        await().atMost(PATIENCE).until(() -> pressed.size() == held.size());
        for (int key : KEYS) {
            tap(key);
            tap(ESCAPE);
        }
        await().atMost(PATIENCE).until(() -> Collections.frequency(pressed, ESCAPE) == KEYS.size());
        held.forEach(k -> keyboards.key(k, false));
        Map<Integer, List<Integer>> strayed = new LinkedHashMap<>();
        Iterator<Integer> arrived = pressed.listIterator(held.size());
        for (int key : KEYS) {
            List<Integer> here = new ArrayList<>();
            for (int code = arrived.next(); code != ESCAPE; code = arrived.next()) {
                here.add(code);
            }
            if (!here.equals(List.of(key))) {
                strayed.put(key, here);
            }
        }
        return strayed;
    }

    private void tap(int key) {
        keyboards.key(key, true);
        keyboards.key(key, false);
    }
}
