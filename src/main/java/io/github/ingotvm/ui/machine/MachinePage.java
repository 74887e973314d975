package io.github.ingotvm.ui.machine;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Headed;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.LiveScreen;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Navigator.Tab;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Screen;
import io.github.ingotvm.ui.common.StateLabel;
import io.github.ingotvm.ui.common.Thumbnails;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** A machine's screen, to see and to use, with its power switches. While it cannot be used, the last picture of it is shown. */
public final class MachinePage implements Page {
    private static final Duration REFRESH = Duration.millis(500);
    private static final int WIDTH = 4096;

    private final MachineStore store;
    private final Thumbnails thumbnails;
    private final MachineId id;
    private final MachineMenu menu;
    private final LiveScreen console;
    private final Headed view;
    private final StateLabel state = new StateLabel();
    private final Screen screen;
    private final Button start;
    private final Button shutDown;
    private final MenuButton more = Icons.name(new MenuButton(), Feather.MORE_HORIZONTAL, "Actions");
    private Runnable unlisten = () -> {};
    private Optional<Animation> pictures = Optional.empty();

    public MachinePage(
            MachineStore store,
            Thumbnails thumbnails,
            Navigator navigator,
            MachineActions actions,
            LiveScreen console,
            MachineId id) {
        this.store = store;
        this.thumbnails = thumbnails;
        this.id = id;
        this.console = console;
        this.menu = new MachineMenu(actions, navigator);
        this.screen = new Screen(thumbnails.of(id));
        screen.getStyleClass().add("large");
        screen.visibleProperty().bind(console.live().not());
        start = new Button("Start", Icons.of(Feather.PLAY));
        start.getStyleClass().add(Styles.ACCENT);
        start.setOnAction(e -> store.find(id).ifPresent(m -> {
            if (m.state() == PowerState.PAUSED) {
                actions.resume(List.of(m));
            } else {
                actions.start(List.of(m));
            }
        }));
        shutDown = new Button("Shut Down", Icons.of(Feather.POWER));
        shutDown.setOnAction(e -> store.find(id).ifPresent(m -> actions.shutDown(List.of(m))));
        Button snapshot = new Button("Snapshot…", Icons.of(Feather.CAMERA));
        snapshot.setOnAction(e -> store.find(id).ifPresent(actions::takeSnapshot));
        Button properties =
                Icons.button(Feather.SLIDERS, "Properties (Alt+Enter)", () -> navigator.properties(id, Tab.OVERVIEW));
        properties.getStyleClass().add(Styles.FLAT);
        more.getStyleClass().addAll(Styles.FLAT, "no-arrow");
        more.setOnShowing(e -> store.find(id).ifPresent(m -> more.getItems().setAll(menu.items(List.of(m)))));
        // Without any item at first it would not even open.
        store.find(id).ifPresent(m -> more.getItems().setAll(menu.items(List.of(m))));
        view = new Headed("", navigator::back)
                .with(state, start, shutDown)
                .with(console.tools().toArray(Node[]::new))
                .with(snapshot, properties, more);
        StackPane stage = new StackPane(screen, console.view());
        stage.getStyleClass().add("stage");
        stage.setMinSize(0, 0);
        view.setCenter(stage);
    }

    private void show() {
        store.find(id).ifPresent(this::show);
    }

    private void show(VirtualMachine machine) {
        view.setTitle(machine.displayName());
        state.show(machine);
        screen.show(machine);
        boolean couldStart = start.isVisible();
        boolean canStart = machine.state() != PowerState.RUNNING && machine.state() != PowerState.CRASHED;
        start.setText(machine.state() == PowerState.PAUSED ? "Resume" : "Start");
        set(start, canStart);
        set(shutDown, !canStart);
        console.show(machine);
        if (canStart && !couldStart) {
            start.requestFocus(); // what one would press next
        } else if (couldStart && !canStart) {
            console.focus();
        }
    }

    private static void set(Button button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        unlisten = store.listen(changed -> {
            if (changed.equals(id)) {
                show();
            }
        });
        pictures = Optional.of(thumbnails.watch(REFRESH, WIDTH, this::watched));
        show();
        (start.isVisible() ? start : shutDown).requestFocus();
        console.focus();
    }

    private List<MachineId> watched() {
        boolean active = store.find(id).filter(m -> m.state().isActive()).isPresent();
        boolean seen = view.getScene() != null
                && view.getScene().getWindow() instanceof javafx.stage.Stage stage
                && !stage.isIconified();
        return active && seen && !console.live().get() ? List.of(id) : List.of();
    }

    @Override
    public void left() {
        unlisten.run();
        pictures.ifPresent(Animation::stop);
        console.stop();
    }
}
