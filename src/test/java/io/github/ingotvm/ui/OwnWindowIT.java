package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine in a window of its own. */
class OwnWindowIT extends ConsoleTest {
    @BeforeEach
    void openApart() {
        rig.tool("Actions").click("Open in Own Window");
        await().atMost(PATIENCE).until(() -> own().isPresent());
        await().atMost(PATIENCE).until(this::ownFocused);
    }

    @Test
    void showsTheMachineThereAndOtherMachinesHere() {
        robot.type(KeyCode.A);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(typed()).containsExactly((int) 'a'));
        assertThat(rig.scene().getRoot().lookup("#console")).isNull();
        assertThat(own().orElseThrow().getTitle()).isEqualTo("Screened – Ingot");
    }

    @Test
    void raisesTheWindowThatIsThere() {
        raiseMain();
        rig.until(() -> rig.stage().isFocused());

        Pointer.click(card(), MouseButton.PRIMARY, 2);

        await().atMost(PATIENCE).until(this::ownFocused);
        assertThat(windows()).hasSize(1);
    }

    @Test
    void closesByKeyOnceTheMachineHasGivenTheKeyboardBackAndIsAsLargeAgain() {
        robot.interact(() -> {
            own().orElseThrow().setWidth(700);
            own().orElseThrow().setHeight(500);
        });
        rig.press(KeyCode.CONTROL, KeyCode.W);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(typed()).contains((int) 'w'));
        robot.push(KeyCode.CONTROL, KeyCode.ALT);
        await().atMost(PATIENCE).until(() -> !ownFocused());

        rig.press(KeyCode.CONTROL, KeyCode.W);

        await().atMost(PATIENCE).until(() -> own().isEmpty());
        raiseMain();
        robot.rightClickOn(card());
        rig.click("Open in Own Window");
        await().atMost(PATIENCE).until(this::ownFocused);
        assertThat(own().orElseThrow().getScene().getWidth()).isEqualTo(700);
    }

    @Test
    void showsItsFrameOnTheCard() {
        guest().sized(id, 400, 300);

        rig.until(() -> card().lookup(".image-view") instanceof ImageView view
                && view.getImage() != null
                && view.getImage().getWidth() == 400);
    }

    @Test
    void goesWithItsMachine() {
        foundry.services().power().forceOff(id);
        foundry.fake().foreign().deletes(id);

        await().atMost(PATIENCE).until(() -> own().isEmpty());
    }

    @Test
    void goesWithTheMainWindow() {
        robot.interact(() -> rig.stage().close());

        await().atMost(PATIENCE).until(() -> own().isEmpty());
    }

    private Node card() {
        return rig.ask(() -> rig.scene().getRoot().lookup(".machine-card"));
    }

    private void raiseMain() {
        robot.interact(() -> {
            rig.stage().toFront();
            rig.stage().requestFocus();
        });
    }

    private boolean ownFocused() {
        return rig.ask(() -> own().map(w -> w.getScene().getRoot().lookup("#console"))
                .filter(Node::isFocused)
                .isPresent());
    }

    private Optional<Stage> own() {
        return windows().stream().findFirst();
    }

    private List<Stage> windows() {
        return rig.ask(() -> Window.getWindows().stream()
                .filter(w -> w instanceof Stage && w.isShowing() && w != rig.stage())
                .map(Stage.class::cast)
                .filter(s -> s.getTitle() != null && s.getTitle().contains("– Ingot"))
                .toList());
    }
}
