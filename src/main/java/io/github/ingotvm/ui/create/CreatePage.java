package io.github.ingotvm.ui.create;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.HostView;
import io.github.ingotvm.service.Installer;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Headed;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Tools;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page of a new machine: where its system comes from, and what it shall have. */
public final class CreatePage implements Page {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;
    private final Navigator navigator;
    private final SourceBox source;
    private final SpecForm form = new SpecForm();
    private final Button create = new Button("Create");
    private final Headed view;
    private Optional<Installer.Source> chosen = Optional.empty();
    private String osId = "";
    private int proposals;

    /** @param file what to begin with, as one dropped onto the window */
    public CreatePage(Services services, MachineStore store, Tools tools, Navigator navigator, Optional<Path> file) {
        this.services = services;
        this.store = store;
        this.tools = tools;
        this.navigator = navigator;
        this.source = new SourceBox(this::choose);
        this.view = new Headed("New virtual machine", navigator::back);
        create.getStyleClass().addAll(Styles.ACCENT, "accept");
        create.setDefaultButton(true);
        create.setOnAction(e -> create());
        Button cancel = new Button("Cancel");
        cancel.setOnAction(e -> navigator.back());
        HBox buttons = new HBox(8, cancel, create);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox column = new VBox(24, source, form, buttons);
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
        form.setDisable(true);
        create.setDisable(true);
        view.setOnDragOver(source::dragOver);
        view.setOnDragDropped(source::dropped);
        view.addEventHandler(KeyEvent.KEY_PRESSED, source::pasted);
        tools.background().run(services::host, this::know, e -> {});
        file.ifPresent(this::choose);
    }

    private void know(HostView host) {
        form.know(host.cpus(), host.memory(), host.free(), host.uefi());
    }

    private void choose(Path file) {
        Installer.Source looked =
                SourceBox.isDisc(file) ? new Installer.Source.Iso(file) : new Installer.Source.Image(file);
        chosen = Optional.empty();
        create.setDisable(true);
        source.looking(file);
        // Of two files chosen quickly one after the other the later one counts, whichever is read first.
        int mine = ++proposals;
        tools.background()
                .run(
                        () -> services.installer().propose(looked),
                        proposal -> {
                            if (mine == proposals) {
                                propose(looked, proposal);
                            }
                        },
                        e -> {
                            if (mine == proposals) {
                                source.refused(file, e.getMessage());
                                form.setDisable(true);
                            }
                        });
    }

    private void propose(Installer.Source looked, Installer.Proposal proposal) {
        chosen = Optional.of(looked);
        osId = proposal.osId();
        boolean image = looked instanceof Installer.Source.Image;
        source.accepted(looked.file(), proposal.osName(), image);
        form.propose(proposal, image);
        form.setDisable(false);
        create.setDisable(false);
        form.focusName();
    }

    private void create() {
        form.clearProblems();
        Optional<SpecForm.Spec> spec = form.read();
        if (spec.isEmpty() || chosen.isEmpty()) {
            return;
        }
        SpecForm.Spec s = spec.get();
        Installer.Request request = new Installer.Request(
                s.name(),
                chosen.get(),
                s.memory(),
                s.cpus(),
                s.disk(),
                s.uefi() ? Firmware.UEFI : Firmware.BIOS,
                osId.isEmpty() ? Optional.empty() : Optional.of(osId),
                s.autoSnapshot(),
                s.start());
        setBusy(true);
        tools.works()
                .start(
                        "Creating “" + Formats.brief(s.name()) + "”",
                        progress -> services.installer().create(request, progress),
                        this::created,
                        this::failed);
    }

    private void created(VirtualMachine machine) {
        store.learn(machine);
        if (view.getScene() == null) {
            tools.notices().good("Created “" + Formats.brief(machine.displayName()) + "”.");
            return;
        }
        navigator.machines(Navigator.Section.ALL);
        if (machine.state().isActive()) {
            navigator.open(machine.id());
        }
    }

    private void failed(IngotException e) {
        setBusy(false);
        if (view.getScene() == null || e.kind() == Kind.CANCELLED) {
            if (e.kind() != Kind.CANCELLED) {
                tools.notices().error(e);
            }
        } else if (!form.showProblem(e)) {
            tools.notices().error(e);
        }
    }

    private void setBusy(boolean busy) {
        form.setDisable(busy);
        source.setDisable(busy);
        create.setDisable(busy);
        create.setText(busy ? "Creating…" : "Create");
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        source.focusFirst();
    }
}
