package io.github.ingotvm.ui;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.check.CheckPage;
import io.github.ingotvm.ui.check.Checking;
import io.github.ingotvm.ui.common.AppMenu;
import io.github.ingotvm.ui.common.FullScreen;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Thumbnails;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.create.CreatePage;
import io.github.ingotvm.ui.dashboard.DashboardPage;
import io.github.ingotvm.ui.dashboard.Sidebar;
import io.github.ingotvm.ui.dashboard.ViewMode;
import io.github.ingotvm.ui.history.HistoryPage;
import io.github.ingotvm.ui.lineage.LineagePage;
import io.github.ingotvm.ui.lineage.LineageWays;
import io.github.ingotvm.ui.properties.PropertiesPage;
import io.github.ingotvm.ui.properties.SnapshotMenu;
import io.github.ingotvm.ui.space.SpacePage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.StackPane;

/** The pages of the window, one shown at a time, and the way back. */
final class Pages implements Navigator {
    /**
     * A page with where it belongs.
     *
     * @param key what tells it from other places
     * @param machine the one it is about
     */
    private record Place(Object key, Sidebar.Entry entry, Optional<MachineId> machine, Supplier<Page> page) {}

    private final Services services;
    private final Downloads downloads;
    private final MachineStore store;
    private final Thumbnails thumbnails;
    private final Tools tools;
    private final MachineViews views;
    private final FullScreen fullScreen;
    private final Checking checking;
    private final GoldenRooms golden;
    private final Actions actions;
    private final StackPane view = new StackPane();
    private final Deque<Place> history = new ArrayDeque<>();
    private Optional<Page> current = Optional.empty();
    private Optional<MachineWindows> windows = Optional.empty();
    private Optional<Sidebar> sidebar = Optional.empty();
    private Optional<DashboardPage> dashboard = Optional.empty();

    Pages(
            Services services,
            Downloads downloads,
            MachineStore store,
            Thumbnails thumbnails,
            Tools tools,
            MachineViews views,
            FullScreen fullScreen,
            Checking checking,
            GoldenRooms golden) {
        this.services = services;
        this.downloads = downloads;
        this.store = store;
        this.thumbnails = thumbnails;
        this.tools = tools;
        this.views = views;
        this.fullScreen = fullScreen;
        this.checking = checking;
        this.golden = golden;
        this.actions = new Actions(services, store, tools, this::open);
        store.machines().addListener((ListChangeListener<VirtualMachine>) c -> leaveGone());
    }

    /** Gives what is made after the pages, because it leads to them. */
    void furnish(Sidebar newSidebar, ViewMode mode, AppMenu menu, Runnable demo, MachineWindows apart) {
        windows = Optional.of(apart);
        sidebar = Optional.of(newSidebar);
        dashboard = Optional.of(new DashboardPage(store, thumbnails, this, actions, mode, menu, demo));
    }

    StackPane view() {
        return view;
    }

    void start() {
        machines(Section.ALL);
    }

    @Override
    public void machines(Section section) {
        start(new Place(
                section,
                section == Section.RUNNING ? Sidebar.Entry.RUNNING : Sidebar.Entry.ALL,
                Optional.empty(),
                () -> {
                    DashboardPage page = dashboard.orElseThrow();
                    page.show(section);
                    return page;
                }));
    }

    @Override
    public void golden() {
        start(new Place("golden", Sidebar.Entry.GOLDEN, Optional.empty(), () -> golden.list(this, actions)));
    }

    @Override
    public void golden(MachineId id) {
        go(new Place(
                List.of("golden", id), Sidebar.Entry.GOLDEN, Optional.of(id), () -> golden.image(id, this, actions)));
    }

    @Override
    public void lineage() {
        SnapshotMenu snapshots = new SnapshotMenu(services, store, tools, actions);
        start(new Place(
                "lineage",
                Sidebar.Entry.LINEAGE,
                Optional.empty(),
                () -> new LineagePage(
                        services.inventory(), store, tools, new LineageWays(this, actions, snapshots::of))));
    }

    @Override
    public void history(Optional<MachineId> machine) {
        Place place = new Place(
                List.of("history", machine),
                machine.isPresent() ? Sidebar.Entry.NONE : Sidebar.Entry.HISTORY,
                machine,
                () -> new HistoryPage(services.history(), store, tools, this, machine));
        if (machine.isPresent()) {
            go(place);
        } else {
            start(place);
        }
    }

    @Override
    public void space() {
        start(new Place(
                "space",
                Sidebar.Entry.SPACE,
                Optional.empty(),
                () -> new SpacePage(services.space(), store, tools, this, actions)));
    }

    @Override
    public void check() {
        go(new Place(
                "check", Sidebar.Entry.NONE, Optional.empty(), () -> new CheckPage(checking, store, this, actions)));
    }

    @Override
    public void create(Optional<Path> file) {
        go(new Place(
                List.of("create", file),
                Sidebar.Entry.NONE,
                Optional.empty(),
                () -> new CreatePage(services, downloads, store, tools, this, file)));
    }

    @Override
    public void properties(MachineId id, Tab tab) {
        go(new Place(
                List.of("properties", id, tab),
                Sidebar.Entry.NONE,
                Optional.of(id),
                () -> new PropertiesPage(
                        services, store, tools, new PropertiesPage.Ways(this, actions, actions), id, tab)));
    }

    @Override
    public void openApart(MachineId id) {
        if (isHere(screenOf(id))) {
            back();
        }
        windows.ifPresent(w -> w.open(id));
    }

    @Override
    public boolean isApart(MachineId id) {
        return windows.filter(w -> w.isOpen(id)).isPresent();
    }

    @Override
    public void open(MachineId id) {
        if (windows.filter(w -> w.raise(id)).isEmpty()) {
            go(screenOf(id));
        }
    }

    private Place screenOf(MachineId id) {
        return new Place(
                List.of("screen", id),
                Sidebar.Entry.NONE,
                Optional.of(id),
                () -> views.page(
                        id, new MachineViews.Window(tools, actions, this, fullScreen), Optional.of(this::back)));
    }

    void showSnapshots(VirtualMachine machine) {
        properties(machine.id(), Tab.SNAPSHOTS);
    }

    @Override
    public void back() {
        if (history.size() > 1) {
            history.pop();
            show(history.element());
        }
    }

    private boolean isHere(Place place) {
        return Optional.ofNullable(history.peek())
                .filter(p -> p.key().equals(place.key()))
                .isPresent();
    }

    /** To a place that has no way back. */
    private void start(Place place) {
        boolean here = isHere(place);
        history.clear();
        history.push(place);
        if (!here) {
            show(place);
        }
    }

    /** To a place from the one before. A key that is held down asks for the same place again and again. */
    private void go(Place place) {
        if (isHere(place)) {
            return;
        }
        history.push(place);
        show(place);
    }

    private void show(Place place) {
        current.ifPresent(Page::left);
        sidebar.ifPresent(s -> s.mark(place.entry()));
        Page page = place.page().get();
        current = Optional.of(page);
        view.getChildren().setAll(page.view());
        // What lies in a scroll pane is part of the window, and can take the keyboard, only once the pane has its skin.
        view.applyCss();
        page.shown();
    }

    /** A page about a machine that is gone has nothing to show; nor has the way back to it. */
    private void leaveGone() {
        if (!store.loaded().get()) {
            return;
        }
        boolean here = history.peek() != null && isGone(history.peek());
        history.removeIf(this::isGone);
        Place place = history.peek();
        if (here && place != null) {
            // Not before everybody has heard of the change: the page may show what others make of the same machines.
            Platform.runLater(() -> {
                if (place.equals(history.peek())) {
                    show(place);
                }
            });
        }
    }

    private boolean isGone(Place place) {
        return place.machine()
                .filter(id -> store.machines().stream().noneMatch(m -> m.id().equals(id)))
                .isPresent();
    }

    void refresh() {
        current.ifPresent(Page::refresh);
    }

    void search() {
        if (current.filter(Page::canSearch).isEmpty()) {
            machines(Section.ALL);
        }
        current.ifPresent(Page::search);
    }

    void leave() {
        current.ifPresent(Page::left);
    }
}
