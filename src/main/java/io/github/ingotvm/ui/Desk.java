package io.github.ingotvm.ui;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.check.Checking;
import io.github.ingotvm.ui.common.Background;
import io.github.ingotvm.ui.common.Connection;
import io.github.ingotvm.ui.common.FullScreen;
import io.github.ingotvm.ui.common.Health;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Notices;
import io.github.ingotvm.ui.common.NoticesView;
import io.github.ingotvm.ui.common.Settings;
import io.github.ingotvm.ui.common.Sheets;
import io.github.ingotvm.ui.common.Theme;
import io.github.ingotvm.ui.common.Thumbnails;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.Works;
import io.github.ingotvm.ui.common.WorksView;
import io.github.ingotvm.ui.console.Consoles;
import io.github.ingotvm.ui.dashboard.LostBanner;
import io.github.ingotvm.ui.dashboard.Sidebar;
import io.github.ingotvm.ui.dashboard.ViewMode;
import io.github.ingotvm.ui.golden.GoldenParts;
import io.github.ingotvm.ui.golden.Verifying;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window once it is connected: wires its parts together. */
final class Desk {
    private static final double SIDEBAR = 216;

    private final Services services;
    private final MachineStore store;
    private final Thumbnails thumbnails;
    private final Consoles consoles;
    private final Works works;
    private final Notices notices = new Notices();
    private final Pages pages;
    private final MachineWindows windows;
    private final Live live;
    private final Watchman watchman;
    private final Quit quit;
    private final Shortcuts shortcuts;
    private final StackPane view = new StackPane();

    Desk(
            Services services,
            Downloads downloads,
            Background background,
            Settings settings,
            Theme theme,
            Runnable closeWindow) {
        this.services = services;
        this.store = new MachineStore(new MachineStore.Source() {
            @Override
            public List<VirtualMachine> all() {
                return services.inventory().machines();
            }

            @Override
            public Optional<VirtualMachine> one(MachineId id) {
                return services.inventory().find(id);
            }
        });
        this.thumbnails = new Thumbnails(services.power()::screen);
        this.consoles = new Consoles(services.screens(), thumbnails, settings);
        this.works = new Works(background, notices);
        Connection connection = new Connection();
        BorderPane frame = new BorderPane();
        FullScreen fullScreen = new FullScreen(frame);
        Sheets sheets = new Sheets();
        Tools tools = new Tools(background, works, notices, sheets);
        this.quit = new Quit(works, sheets, closeWindow);
        this.live = new Live(services, store, connection, tools);
        ViewMode mode = new ViewMode(settings);
        Health health = new Health();
        Checking checking = new Checking(services, tools, health);
        MachineViews views = new MachineViews(store, connection, consoles, services.power());
        this.pages = new Pages(
                services,
                downloads,
                store,
                thumbnails,
                tools,
                views,
                fullScreen,
                checking,
                new GoldenRooms(new GoldenParts(
                        services,
                        store,
                        thumbnails,
                        tools,
                        new Verifying(services.verifier(), tools),
                        connection.unsealed())));
        health.found().addListener(o -> learn(health));
        this.watchman = new Watchman(store, health, notices, checking);
        this.shortcuts = new Shortcuts(pages, mode, sheets, fullScreen, this::refresh, quit::ask);
        Sidebar sidebar = new Sidebar(store, connection, health, pages);
        WindowMenu menu = new WindowMenu(theme, sheets, pages::check, this::refresh, quit::ask);
        this.windows = new MachineWindows(new MachineWindows.Shared(
                store,
                views,
                settings,
                theme,
                tools,
                own -> new Actions(services, store, own, pages::open),
                new MainNavigator(pages, this::raise)));
        pages.furnish(sidebar, mode, menu, new Demo(services, store, tools, pages), windows);
        live.onInstalled(pages::showSnapshots);

        WorksView under = new WorksView(works);
        VBox center = new VBox(new LostBanner(connection), pages.view(), under);
        VBox.setVgrow(pages.view(), Priority.ALWAYS);
        frame.setLeft(sidebar);
        frame.setCenter(center);
        NoticesView said = new NoticesView(notices);
        StackPane.setAlignment(said, Pos.BOTTOM_CENTER);
        // Above the work under way, with its Cancel, and beside the sidebar, whose foot says where we are.
        said.translateYProperty()
                .bind(Bindings.when(under.visibleProperty())
                        .then(under.heightProperty().negate())
                        .otherwise(0));
        StackPane.setMargin(said, new Insets(0, 0, 0, SIDEBAR));
        view.getChildren().setAll(frame, fullScreen, sheets, said);
    }

    Parent view() {
        return view;
    }

    /** Reads the machines and follows them. */
    void start() {
        shortcuts.install(view.getScene());
        pages.start();
        live.start();
        watchman.start();
        refresh();
    }

    private void raise() {
        if (view.getScene().getWindow() instanceof Stage stage) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }
    }

    /** The main window is closed: machines' own windows go with it. */
    void closeOthers() {
        windows.closeAll();
    }

    private void refresh() {
        store.reload(this::failed);
        live.readHost();
        pages.refresh();
    }

    /** What Check found of golden images shows on the machines, too. */
    private void learn(Health health) {
        health.found()
                .get()
                .ifPresent(checkup -> store.damage()
                        .learn(checkup.findings().stream()
                                .filter(f ->
                                        f.kind() == Finding.Kind.GOLDEN_CHANGED || f.kind() == Finding.Kind.GOLDEN_LOST)
                                .flatMap(f -> f.machine().stream())
                                .toList()));
    }

    private void failed(IngotException e) {
        notices.error(e);
    }

    /** Whether the window may close now; asks the user where work is still under way. */
    boolean mayClose() {
        return quit.mayClose();
    }

    /** Lets go of what could still be undone. The work for that is started, not yet done. */
    void settle() {
        works.cancelAll();
        notices.dismissAll();
        pages.leave();
        watchman.stop();
    }

    void close() {
        live.close();
        consoles.close();
        thumbnails.close();
        store.close();
        services.close();
    }
}
