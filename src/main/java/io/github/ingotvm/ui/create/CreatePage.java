package io.github.ingotvm.ui.create;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.download.Order;
import io.github.ingotvm.download.Proof;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.ui.common.Headed;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.Work;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page of a new machine: where its system comes from, and, once that is known, what it shall have. */
public final class CreatePage implements Page {
    private final Services services;
    private final Fetching fetching;
    private final Making making;
    private final MachineStore store;
    private final Tools tools;
    private final SourceBox source;
    private final SpecForm form;
    private final GoldenBox golden = new GoldenBox(this::show);
    private final Button create = new Button("Create");
    private final Button cancel = new Button("Cancel");
    private final Headed view;
    private Optional<HostView> host = Optional.empty();
    private Optional<Looked> chosen = Optional.empty();
    private boolean busy;
    private int looks;

    /** @param file what to begin with, as one dropped onto the window */
    public CreatePage(
            Services services,
            Downloads downloads,
            MachineStore store,
            Tools tools,
            Navigator navigator,
            Optional<Path> file) {
        this.services = services;
        this.form = new SpecForm(this::look, services.unattended());
        this.store = store;
        this.tools = tools;
        this.fetching = new Fetching(services, downloads, tools, navigator);
        this.source = new SourceBox(
                this::choose, this::browse, this::lookInside, new OtherSystems(this::chooseSystem, this::searchSystem));
        this.view = new Headed("New virtual machine", navigator::back);
        this.making = new Making(services, store, tools, navigator, () -> view.getScene() != null);
        create.getStyleClass().addAll(Styles.ACCENT, "accept");
        create.setDefaultButton(true);
        create.setOnAction(e -> create());
        cancel.setOnAction(e -> navigator.back());
        view.with(cancel, create); // where they are seen, however long the form
        VBox column = new VBox(24, source, golden, form);
        column.getStyleClass().add("form-column");
        column.setMaxWidth(640);
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("form-page");
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        view.setCenter(scroll);
        view.setOnDragOver(source::dragOver);
        view.setOnDragDropped(source::dropped);
        view.addEventHandler(KeyEvent.KEY_PRESSED, source::pasted);
        show();
        tools.background().run(services::host, this::know, e -> {});
        file.ifPresent(this::choose);
    }

    private void know(HostView now) {
        host = Optional.of(now);
        form.know(now);
        show();
    }

    private void choose(Path file) {
        choose(file, Optional.empty());
    }

    private void choose(Path file, Optional<Proof> proof) {
        fetching.leave();
        chosen = Optional.empty();
        source.looking(file);
        show();
        // Of two files chosen quickly one after the other the later one counts, whichever is read first.
        int mine = ++looks;
        tools.background()
                .run(
                        () -> Looked.at(services, file),
                        looked -> {
                            if (mine == looks) {
                                propose(looked);
                                proof.ifPresent(source::proved);
                            }
                        },
                        e -> {
                            if (mine == looks) {
                                source.refused(String.valueOf(file.getFileName()), e.getMessage());
                            }
                        });
    }

    /** What is fetched instead of chosen; the page goes on with the file. */
    private void browse() {
        fetching.browse(this::fetch, this::choose);
    }

    private void fetch(Order order) {
        chosen = Optional.empty();
        show();
        int mine = ++looks;
        Work work = fetching.fetch(
                order,
                fetched -> {
                    if (mine != looks || view.getScene() == null) {
                        return false;
                    }
                    choose(fetched.file(), Optional.of(fetched.proof()));
                    return true;
                },
                e -> {
                    if (mine == looks && e.kind() == Kind.CANCELLED) {
                        source.reset();
                        show();
                    } else if (mine == looks) {
                        source.refused(order.title(), e.getMessage());
                        show();
                    }
                    return mine == looks && view.getScene() != null;
                });
        source.downloading(order.title(), work);
        show();
    }

    private void propose(Looked looked) {
        chosen = Optional.of(looked);
        if (looked.named().isPresent()) {
            source.renamed(Recognised.of(looked));
        } else {
            source.accepted(Recognised.of(looked));
        }
        source.offerInside(looked.isUnknown());
        form.propose(looked.proposal(), looked.answers(), looked.isImage());
        golden.offer(looked.golden());
        if (looked.golden().isEmpty()) {
            source.offerSystems(looked.others(), looked.isKnown());
        }
        show();
        form.focus(SpecCheck.Field.NAME);
    }

    /** The user knows better what is on it. */
    private void chooseSystem(SystemView system) {
        chosen.ifPresent(looked -> {
            int mine = ++looks;
            tools.background()
                    .run(
                            () -> looked.as(services, system),
                            now -> {
                                if (mine == looks) {
                                    Runnable keep = form.keeping();
                                    propose(now);
                                    keep.run();
                                }
                            },
                            tools.notices()::error);
        });
    }

    private void searchSystem() {
        chosen.ifPresent(looked ->
                tools.sheets().open(new SystemSheet(looked.others(), services.systems()::list, this::chooseSystem)));
    }

    /** Which system is installed on the image, so that the machine fits it. */
    private void lookInside() {
        chosen.ifPresent(looked -> {
            int mine = ++looks;
            String file = String.valueOf(looked.source().file().getFileName());
            Work work = tools.works()
                    .start(
                            "Looking inside “" + file + "”",
                            progress -> Inside.of(services, looked.source(), progress),
                            found -> lookedInside(mine, looked, found),
                            e -> lookedInside(mine, looked, e));
            source.lookingInside(file, work);
            show();
        });
    }

    private void lookedInside(int mine, Looked looked, Optional<Inside> found) {
        if (mine == looks && view.getScene() != null) {
            propose(found.map(looked::with).orElse(looked));
            if (found.isEmpty()) {
                tools.notices().info("No system that can be recognised is installed on it.");
            }
        }
    }

    private void lookedInside(int mine, Looked looked, IngotException e) {
        if (mine == looks && view.getScene() != null) {
            propose(looked);
            if (e.kind() != Kind.CANCELLED) {
                tools.notices().error(e);
            }
        }
    }

    private Map<SpecCheck.Field, SpecCheck.Remark> look() {
        Set<String> taken = store.machines().stream()
                .flatMap(m -> Stream.of(m.name(), m.displayName()))
                .collect(Collectors.toSet());
        Map<SpecCheck.Field, SpecCheck.Remark> remarks = new SpecCheck(host, taken).of(form.typed());
        form.show(remarks);
        return remarks;
    }

    /** The form is there once there is something to fill in. */
    private void show() {
        if (chosen.isEmpty()) {
            golden.offer(Optional.empty());
        }
        boolean asMachine = chosen.isPresent() && golden.wanted().isEmpty();
        form.setVisible(asMachine);
        form.setManaged(asMachine);
        golden.setDisable(busy);
        create.setVisible(chosen.isPresent());
        create.setManaged(chosen.isPresent());
        // While a file comes, Cancel is in the box; leaving is what the arrow is for.
        cancel.setVisible(!source.isWaiting());
        cancel.setManaged(!source.isWaiting());
        form.setDisable(busy);
        source.setDisable(busy);
        create.setDisable(busy || chosen.isEmpty());
        String word = asMachine ? "Creat" : "Import";
        create.setText(busy ? word + "ing…" : asMachine ? "Create" : word);
        if (asMachine && !busy) {
            look();
        }
    }

    private void create() {
        if (chosen.isPresent() && golden.wanted().isPresent()) {
            bringBack(chosen.get().source().file(), golden.wanted().get());
            return;
        }
        Optional<SpecCheck.Field> wrong = look().entrySet().stream()
                .filter(r -> r.getValue().blocks())
                .map(Map.Entry::getKey)
                .findFirst();
        if (wrong.isPresent() || chosen.isEmpty()) {
            wrong.ifPresent(form::focus);
            return;
        }
        if (!form.answersAreComplete()) {
            return;
        }
        String osId = chosen.get().proposal().osId();
        InstallRequest request =
                form.request(chosen.get().source(), osId.isEmpty() ? Optional.empty() : Optional.of(osId));
        busy = true;
        show();
        making.create(request, e -> refused(e, "The name of", () -> refuseName(e.getMessage())));
    }

    private void bringBack(Path file, String name) {
        busy = true;
        show();
        making.bringBack(file, name, e -> refused(e, "The golden image needs", () -> golden.refuse(e.getMessage())));
    }

    /** What is wrong with the name is said there. */
    private void refused(IngotException e, String nameIsWrong, Runnable atTheName) {
        busy = false;
        show();
        boolean aboutTheName = e.kind() == Kind.EXISTS || e.getMessage().startsWith(nameIsWrong);
        if (view.getScene() != null && aboutTheName) {
            atTheName.run();
        } else if (e.kind() != Kind.CANCELLED) {
            tools.notices().error(e);
        }
    }

    private void refuseName(String why) {
        form.show(Map.of(SpecCheck.Field.NAME, new SpecCheck.Remark(why, true)));
        form.focus(SpecCheck.Field.NAME);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void left() {
        fetching.leave();
    }

    @Override
    public void shown() {
        source.focusFirst();
    }
}
