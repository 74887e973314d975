package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Navigator.Tab;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** What can be done with golden images; each returns at once and says itself what came of it. */
final class ImageActions {
    private final Services services;
    private final Tools tools;
    private final Verifying verifying;
    private final GoldenWays ways;

    ImageActions(GoldenParts parts, GoldenWays ways) {
        this.services = parts.services();
        this.tools = parts.tools();
        this.verifying = parts.verifying();
        this.ways = ways;
    }

    /** {@code Debian 12 v2}. */
    static String called(GoldenImage version) {
        return Formats.brief(version.name()) + " " + version.version().label();
    }

    void clone(GoldenImage version) {
        ways.cloning().clone(version.machine(), version.version().snapshot());
    }

    void runDisposable(GoldenImage version) {
        ways.actions().runDisposable(version.machine(), version.version().snapshot());
    }

    void showMachine(ImageSummary image) {
        ways.navigator().properties(image.machine().id(), Tab.SNAPSHOTS);
    }

    void update(ImageSummary image) {
        ways.actions().care().update(image.behind());
    }

    /** All linked clones to one version, be it older than theirs. */
    void move(ImageSummary image, int version) {
        ways.actions().care().update(image.onOther(version), version);
    }

    void reset(ImageSummary image) {
        ways.actions().care().reset(image.linked());
    }

    void verify(ImageSummary image) {
        verifying.start(image.machine());
    }

    void restore(GoldenImage version) {
        new RestoreSheet(services, tools).open(version);
    }

    void export(GoldenImage version) {
        new ExportSheet(services, tools).open(version);
    }

    /** Makes a clone to be changed and promoted as the next version, and shows it. */
    void edit(ImageSummary image) {
        MachineId id = image.machine().id();
        String who = Formats.brief(image.name());
        Sheet sheet = new Sheet("Edit “" + who + "”", "Make and Start It")
                .with(Fields.hint(
                        "A golden image itself never changes. A clone of it is made and started: change that, shut it"
                                + " down, then choose Promote Next… here. After that the clone can go."));
        sheet.onAccept(() -> {
            sheet.setBusy(true);
            tools.background()
                    .run(
                            () -> cast(id, image.name()),
                            made -> {
                                sheet.closeIfOpen();
                                ways.navigator().open(made.id());
                            },
                            sheet::showProblem);
            return false;
        });
        tools.sheets().open(sheet);
    }

    private VirtualMachine cast(MachineId image, String name) {
        String called = services.cloner().freeName(name + " (editing)");
        return services.cloner()
                .clone(new Cloner.Request(image, new Cloner.From.Golden(), List.of(called), false, true), Progress.NONE)
                .get(0);
    }

    void promoteNext(ImageSummary image) {
        new NextSheet(services, tools).open(image);
    }

    void dataDisks(ImageSummary image) {
        new RolesSheet(services, tools).open(image);
    }

    void rename(ImageSummary image) {
        TextField name = Fields.text(image.machine().mark().series().name());
        name.setPromptText(image.machine().displayName());
        TextArea note = Fields.note(image.note(), "What it is for; optional");
        Sheet sheet = new Sheet("Golden image “" + Formats.brief(image.name()) + "”", "Save")
                .with(
                        Fields.labelled("Name", name),
                        Fields.hint(
                                image.machine().isImageOnly()
                                        ? "Its machine is gone, so it needs a name of its own."
                                        : "Left empty, it goes by the name of its machine."),
                        Fields.labelled("Purpose", note));
        submit(sheet, () -> services.versions().describe(image.machine().id(), name.getText(), note.getText()));
    }

    void editNote(GoldenImage version) {
        TextArea note = Fields.note(version.version().note(), "What is new in it");
        Sheet sheet = new Sheet("Note of " + called(version), "Save").with(Fields.labelled("Note", note));
        submit(
                sheet,
                () -> services.versions()
                        .note(version.machine().id(), version.version().number(), note.getText()));
    }

    /** Does it at acceptance; the sheet stays open with the reason when it fails. */
    private void submit(Sheet sheet, Runnable work) {
        sheet.onAccept(() -> {
            sheet.setBusy(true);
            tools.background().run(work, sheet::closeIfOpen, sheet::showProblem);
            return false;
        });
        tools.sheets().open(sheet);
    }

    void makeCurrent(ImageSummary image, int number) {
        MachineId id = image.machine().id();
        int before = image.current().map(c -> c.version().number()).orElse(number);
        tools.background()
                .run(
                        () -> services.versions().makeCurrent(id, number),
                        () -> tools.notices()
                                .undo(
                                        "v" + number + " of " + Formats.brief(image.name()) + " is current now.",
                                        () -> run(() -> services.versions().makeCurrent(id, before)),
                                        () -> {}),
                        tools.notices()::error);
    }

    void compare(ImageSummary image, int number) {
        new CompareSheet(services, tools).open(image, number);
    }

    /** Asks: what only this version holds cannot be brought back. */
    void retire(GoldenImage version) {
        Sheet sheet = new Sheet("Retire " + called(version) + "?", "Retire")
                .dangerous()
                .with(Fields.hint("The version and its snapshot “" + Formats.brief(version.snapshotName())
                        + "” go, and with them up to " + Formats.size(version.size())
                        + " on the disk. This cannot be undone. Other versions stay as they are."));
        sheet.onAccept(() -> {
            sheet.setBusy(true);
            tools.background()
                    .run(
                            () -> services.versions()
                                    .retire(
                                            version.machine().id(),
                                            version.version().number()),
                            () -> {
                                sheet.closeIfOpen();
                                tools.notices().good(called(version) + " is retired.");
                            },
                            sheet::showProblem);
            return false;
        });
        tools.sheets().open(sheet);
    }

    void demote(GoldenImage version) {
        tools.background()
                .run(
                        () -> services.golden()
                                .demote(
                                        version.machine().id(),
                                        version.version().number()),
                        () -> tools.notices().good(called(version) + " is no longer golden; the snapshot stays."),
                        tools.notices()::error);
    }

    private void run(Runnable step) {
        tools.background().run(step, () -> {}, tools.notices()::error);
    }
}
