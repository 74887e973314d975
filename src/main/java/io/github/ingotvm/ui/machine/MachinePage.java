package io.github.ingotvm.ui.machine;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Connection;
import io.github.ingotvm.ui.common.Contact;
import io.github.ingotvm.ui.common.FullScreen;
import io.github.ingotvm.ui.common.Headed;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.MachineTab;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Navigator.Tab;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Sheets;
import io.github.ingotvm.ui.common.StateLabel;
import io.github.ingotvm.ui.machine.Help.Does;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A machine to see and to use. While it cannot be used, the page says what its state is, with the one button that helps. */
public final class MachinePage implements Page {
    private static final double COMPACT = 1020;
    private static final double SMALL = 780;
    private static final double TINY = 640;

    private final Around around;
    private final MachineId id;
    private final List<MachineTab> tabs;
    private final Headed view;
    private final StateLabel state = new StateLabel();
    private final Button shutDown;
    private final Button snapshot;
    private final InstallStrip strip = new InstallStrip(this::markInstalled);
    private final KeepStrip keep =
            new KeepStrip(() -> machine().ifPresent(m -> actions().keep(List.of(m))));
    private final TabStage stage;
    private final HBox tools = new HBox(4);
    private final FullView full;
    private final ChangeListener<Object> news = (o, was, is) -> show();
    private Runnable unlisten = () -> {};

    /** What the window around it gives. */
    public record Around(
            MachineStore store,
            Connection connection,
            MachineActions actions,
            Navigator navigator,
            Sheets sheets,
            FullScreen fullScreen) {}

    /**
     * @param back where the arrow leads, if it is shown
     * @param tabs the ways to use the machine, the usual one first
     */
    public MachinePage(Around around, MachineId id, Optional<Runnable> back, List<MachineTab> tabs) {
        this.around = around;
        this.id = id;
        this.tabs = List.copyOf(tabs);
        this.stage = new TabStage(tabs, new StatePane(this::help, this::markInstalled), around.sheets());
        shutDown = new Button("Shut Down", Icons.of(Feather.POWER));
        shutDown.setOnAction(e -> machine().ifPresent(m -> around.actions().shutDown(List.of(m))));
        snapshot = new Button("Snapshot…", Icons.of(Feather.CAMERA));
        snapshot.setOnAction(e -> machine().ifPresent(around.actions()::takeSnapshot));
        Button properties = Icons.button(
                Feather.SLIDERS,
                "Properties (Alt+Enter)",
                () -> around.navigator().properties(id, Tab.OVERVIEW));
        properties.getStyleClass().add(Styles.FLAT);
        HBox toolsHome = new HBox(tools);
        Button fill = Icons.button(Feather.MAXIMIZE, "Full screen (F11)", this::fill);
        fill.getStyleClass().add(Styles.FLAT);
        view = new Headed("", back);
        // At the right the buttons come and go with the machine's state: a tab must not be where another one has just
        // been.
        view.beside(new TabSwitch(tabs, this::choose));
        view.with(state, shutDown, toolsHome, fill, snapshot, properties, more());
        view.setCenter(stage);
        view.setMinWidth(0);
        new Narrow(view)
                .iconsBelow(COMPACT, shutDown, snapshot)
                .hiddenBelow(SMALL, state, properties)
                .hiddenBelow(TINY, snapshot, fill)
                .tightBelow(TINY);
        view.setTop(new VBox(view.getTop(), strip, keep));
        this.full = new FullView(around.fullScreen(), view, stage, toolsHome, tools);
        tabs.forEach(tab -> {
            tab.contact().addListener(news);
            tab.onWayOut(this::giveKeyboardBack);
        });
        tools.getChildren().setAll(stage.tab().tools());
    }

    private MenuButton more() {
        MachineMenu menu = new MachineMenu(around.actions(), around.navigator());
        MenuButton more = Icons.name(new MenuButton(), Feather.MORE_HORIZONTAL, "Actions");
        more.getStyleClass().addAll(Styles.FLAT, "no-arrow");
        Consumer<VirtualMachine> fill = m -> more.getItems().setAll(menu.items(List.of(m)));
        more.setOnShowing(e -> machine().ifPresent(fill));
        machine().ifPresent(fill); // without any item at first it would not even open
        return more;
    }

    private MachineActions actions() {
        return around.actions();
    }

    private Optional<VirtualMachine> machine() {
        return around.store().find(id);
    }

    private void show() {
        machine().ifPresent(this::show);
    }

    private void show(VirtualMachine machine) {
        view.setTitle(machine.displayName());
        full.setName(machine.displayName());
        state.show(machine);
        strip.show(machine);
        keep.show(machine);
        set(snapshot, !machine.isDisposable());
        set(shutDown, machine.state() == PowerState.RUNNING);
        Contact contact = stage.tab().contact().get();
        boolean lost = around.connection().lost().get();
        stage.show(Situation.of(machine, around.store().isStarting(id), lost, contact));
    }

    private void help(Does does) {
        machine().ifPresent(m -> {
            switch (does) {
                case START -> around.actions().start(List.of(m));
                case RESUME -> around.actions().resume(List.of(m));
                case OTHERWISE -> otherwise();
            }
        });
    }

    private void otherwise() {
        if (stage.tab().contact().get() instanceof Contact.Cannot cannot) {
            cannot.way().ifPresent(w -> w.run().run());
        }
    }

    private void markInstalled() {
        machine().ifPresent(around.actions()::markInstalled);
    }

    private void choose(MachineTab tab) {
        stage.choose(tab);
        tools.getChildren().setAll(tab.tools());
        show();
        stage.focus();
    }

    private void fill() {
        full.toggle();
    }

    private void giveKeyboardBack() {
        if (full.isOn()) {
            full.focusBar();
        } else {
            tools.getChildren().stream()
                    .filter(Node::isVisible)
                    .findFirst()
                    .orElse(shutDown)
                    .requestFocus();
        }
    }

    private static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        unlisten = around.store().listen(changed -> {
            if (changed.equals(id)) {
                changed();
            }
        });
        around.connection().lost().addListener(news);
        stage.watch();
        changed();
        stage.focus();
    }

    private void changed() {
        show();
        machine().ifPresent(m -> tabs.forEach(tab -> tab.show(m)));
    }

    @Override
    public void left() {
        unlisten.run();
        around.connection().lost().removeListener(news);
        full.leave();
        stage.unwatch();
        tabs.forEach(MachineTab::stop);
    }
}
