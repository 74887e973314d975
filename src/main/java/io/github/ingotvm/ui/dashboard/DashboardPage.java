package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.AppMenu;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Navigator.Section;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Thumbnails;
import io.github.ingotvm.ui.common.Wheel;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** All machines, as cards or as a table. */
public final class DashboardPage implements Page {
    private static final Duration REFRESH = Duration.seconds(2);
    private static final int THUMBNAIL_WIDTH = 400;

    private final MachineStore store;
    private final Thumbnails thumbnails;
    private final Navigator navigator;
    private final Runnable demo;
    private final MachineList list;
    private final Selection selection;
    private final ViewMode mode;
    private final GridView grid;
    private final MachineTable table;
    private final Header header;
    private final StackPane center = new StackPane();
    private final BorderPane view = new BorderPane();
    private Optional<Animation> live = Optional.empty();

    /** @param demo makes the demo machine */
    public DashboardPage(
            MachineStore store,
            Thumbnails thumbnails,
            Navigator navigator,
            MachineActions actions,
            ViewMode mode,
            AppMenu menu,
            Runnable demo) {
        this.store = store;
        this.thumbnails = thumbnails;
        this.navigator = navigator;
        this.demo = demo;
        this.mode = mode;
        this.list = new MachineList(store);
        this.selection = new Selection(list.shown());
        MachineMenu machineMenu = new MachineMenu(actions, navigator);
        MachineKeys keys = new MachineKeys(actions, navigator);
        this.grid = new GridView(list, selection, thumbnails, machineMenu, keys);
        this.table = new MachineTable(list, machineMenu, keys);
        this.header = new Header(list, mode, navigator, menu, this::focusMachines);
        view.setTop(header);
        view.setCenter(center);
        view.getStyleClass().add("page");
        view.setOnDragOver(this::dragOver);
        view.setOnDragDropped(this::dropped);
        list.shown().addListener((ListChangeListener<VirtualMachine>) c -> fill());
        list.all().addListener((ListChangeListener<VirtualMachine>) c -> fill());
        list.damaged().addListener((SetChangeListener<MachineId>) c -> table.refreshMarks());
        list.query().addListener(o -> fill());
        mode.isTable().addListener(o -> {
            fill();
            focusMachines();
        });
        store.loaded().addListener(o -> {
            fill();
            focusMachines();
        });
        fill();
    }

    private void fill() {
        Node wanted = wanted();
        boolean sameKind =
                center.getChildren().size() == 1 && center.getChildren().get(0) == wanted;
        if (!sameKind) {
            boolean had = center.getScene() != null && isFocusHereOrNowhere();
            center.getChildren().setAll(wanted);
            if (had) {
                // What had the keyboard is gone; the arrows must not lead nowhere.
                focusMachines();
            }
        }
        table.refreshMarks();
    }

    private boolean isFocusHereOrNowhere() {
        Node focused = center.getScene().getFocusOwner();
        Node outermost = focused;
        while (outermost != null && outermost != center) {
            outermost = outermost.getParent();
        }
        // What has just been taken away counts as the focus until the next picture is drawn.
        return focused == null || focused.getScene() != center.getScene() || outermost == center;
    }

    private Node wanted() {
        if (!list.shown().isEmpty()) {
            return mode.isTable().get() ? table : grid;
        } else if (!store.loaded().get()) {
            return new Wheel("Looking for virtual machines");
        } else if (list.all().isEmpty()) {
            return NoMachines.yet(() -> navigator.create(Optional.empty()), demo);
        } else if (!list.query().get().isBlank()) {
            return NoMachines.nothingFound(
                    list.query().get().strip(), () -> list.query().set(""));
        }
        return NoMachines.noneRuns();
    }

    private void focusMachines() {
        if (list.shown().isEmpty()) {
            // What there is to do instead.
            center.applyCss();
            Optional.ofNullable(center.lookup(".button")).ifPresent(Node::requestFocus);
        } else if (mode.isTable().get()) {
            table.focus();
        } else {
            grid.focus();
        }
    }

    /** Narrows what is shown. */
    public void show(Section section) {
        list.section().set(section);
    }

    /** Selects a machine, as when it has just been made. */
    public void select(MachineId id) {
        selection.only(id);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        live.ifPresent(Animation::stop);
        live = Optional.of(thumbnails.watch(REFRESH, THUMBNAIL_WIDTH, this::watched));
        focusMachines();
    }

    private List<MachineId> watched() {
        boolean seen = view.getScene() != null
                && view.getScene().getWindow() instanceof javafx.stage.Stage stage
                && stage.isShowing()
                && !stage.isIconified();
        return seen && grid.getParent() != null ? grid.inView() : List.of();
    }

    @Override
    public void left() {
        live.ifPresent(Animation::stop);
        live = Optional.empty();
    }

    @Override
    public boolean canSearch() {
        return true;
    }

    @Override
    public void search() {
        header.focusSearch();
    }

    private void dragOver(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
        }
        e.consume();
    }

    private void dropped(DragEvent e) {
        Optional<File> file = e.getDragboard().getFiles().stream().findFirst();
        e.setDropCompleted(file.isPresent());
        e.consume();
        file.ifPresent(f -> navigator.create(Optional.of(f.toPath())));
    }
}
