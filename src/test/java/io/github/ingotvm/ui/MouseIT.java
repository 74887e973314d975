package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.fake.FakeGuest.Pointer;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine that has a mouse and no tablet: it knows only how far the pointer moves, and so has it alone. */
class MouseIT extends ConsoleTest {
    private static final String HINT =
            "The machine has the keyboard and the pointer. Press Ctrl+Alt to take them back.";

    @BeforeEach
    void plugInAMouse() {
        guest().mouse(id, true);
        breakScreen();
    }

    @Test
    void hasThePointerFromAClickOnUntilItIsTakenBack() {
        robot.moveTo(console()).moveBy(40, 40);
        assertThat(guest().pointers(id)).as("it has no pointer yet").isEmpty();

        robot.clickOn(console());
        rig.shows(HINT).until(() -> console().getCursor() == Cursor.NONE);
        assertThat(guest().pointers(id)).as("the click only gives it").allMatch(p -> p.buttons() == 0);
        int before = guest().pointers(id).size();
        // Much further than the view is wide: the pointer goes back to the middle, unseen and untold.
        for (int i = 0; i < 40; i++) {
            rig.push(50, 0).push(0, -30);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(since(before)).isEqualTo(new Pointer(40 * 50, 40 * -30, 0)));
        robot.clickOn(MouseButton.SECONDARY);
        await().atMost(PATIENCE).until(() -> guest().pointers(id).stream().anyMatch(p -> p.buttons() == 4));

        robot.push(KeyCode.CONTROL, KeyCode.ALT);
        rig.until(() -> console().getCursor() == Cursor.DEFAULT).hides(HINT);
        await().atMost(PATIENCE).until(() -> !focused());
        int then = guest().pointers(id).size();
        rig.push(60, 60);
        assertThat(guest().pointers(id)).hasSize(then);
    }

    @Test
    void givesThePointerBackWhenItsScreenBreaksOrItGetsATablet() {
        robot.clickOn(console());
        rig.shows(HINT);

        guest().mouse(id, false);
        guest().breaksScreens(id);

        rig.hides(HINT).until(() -> console().isVisible() && console().getCursor() != Cursor.NONE);
        robot.moveTo(console());
        await().atMost(PATIENCE).until(() -> guest().pointers(id).stream().anyMatch(p -> p.x() > 400 && p.y() > 300));
    }

    /** How far it has moved in all. */
    private Pointer since(int before) {
        List<Pointer> all = guest().pointers(id);
        return all.subList(before, all.size()).stream()
                .reduce(new Pointer(0, 0, 0), (a, b) -> new Pointer(a.x() + b.x(), a.y() + b.y(), b.buttons()));
    }
}
