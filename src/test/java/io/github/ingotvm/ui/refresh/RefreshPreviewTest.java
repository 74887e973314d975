package io.github.ingotvm.ui.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.Qcow2;
import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of updates and resets before and after. */
class RefreshPreviewTest {
    @TempDir
    Path folder = Path.of("");

    private Services services = Services.on(new FakeHypervisor(), Path.of("unused"));
    private MachineId mould = new MachineId(new java.util.UUID(0, 0));

    @BeforeEach
    void aGoldenImage() throws IOException {
        services = Services.on(new FakeHypervisor(), folder.resolve("locks"));
        byte[] bytes = Arrays.copyOf(Qcow2.image(20L << 30, Optional.empty()), 4096);
        Path image = Files.write(folder.resolve("disk.qcow2"), bytes);
        mould = services.installer()
                .create(
                        new InstallRequest(
                                "mould",
                                new InstallRequest.Source.Image(image),
                                2L << 30,
                                2,
                                0,
                                Firmware.BIOS,
                                Optional.empty(),
                                false,
                                false),
                        Progress.NONE)
                .id();
        promote("One");
    }

    private void promote(String name) {
        services.golden()
                .promote(
                        mould,
                        services.snapshotter()
                                .take(mould, new Snapshotter.Request(name, "", false))
                                .id(),
                        "");
    }

    private List<VirtualMachine> cast(boolean full, String... names) {
        return services.cloner()
                .clone(new Cloner.Request(mould, new Cloner.From.Golden(), List.of(names), full, false), Progress.NONE);
    }

    private RefreshPreview preview(To to, List<VirtualMachine> clones) {
        List<MachineId> ids = clones.stream().map(VirtualMachine::id).toList();
        return new RefreshPreview(services.refresher().preview(ids, to), to);
    }

    @Test
    void oneIsCalledByItsNameAndItsVersion() {
        List<VirtualMachine> web = cast(false, "web");
        promote("Two");
        RefreshPreview preview = preview(new To.Current(), web);
        assertThat(preview.title()).isEqualTo("Update “web” to v2");
        assertThat(preview.acceptWord(1)).isEqualTo("Update");
        assertThat(RefreshPreview.words(preview.changes().get(0)))
                .isEqualTo("v1 → v2  ·  less than 1 MiB written since");
    }

    @Test
    void manyAreCounted() {
        List<VirtualMachine> web = cast(false, "a", "b", "c");
        RefreshPreview preview = preview(new To.Own(), web);
        assertThat(preview.title()).isEqualTo("Reset 3 clones to v1");
        assertThat(preview.acceptWord(2)).isEqualTo("Reset 2 Clones");
        assertThat(preview.ids(false)).hasSize(3);
    }

    @Test
    void whatRunsCanBeLeftOut() {
        List<VirtualMachine> web = cast(false, "a", "b");
        services.power().start(web.get(0).id());
        RefreshPreview preview = preview(new To.Own(), web);
        assertThat(preview.running()).hasSize(1);
        assertThat(preview.ids(false)).containsExactly(web.get(1).id());
        assertThat(preview.ids(true)).hasSize(2);
    }

    @Test
    void whatIsUpToDateAndWhatCannotBeIsSaid() {
        RefreshPreview fresh = preview(new To.Current(), cast(false, "fresh"));
        assertThat(fresh.about()).isEqualTo("All of them are up to date.");
        assertThat(RefreshPreview.words(fresh.changes().get(0))).isEqualTo("is up to date");

        RefreshPreview full = preview(new To.Current(), cast(true, "full"));
        assertThat(full.about()).isEqualTo("Nothing can be done now.");
        assertThat(RefreshPreview.words(full.changes().get(0))).contains("depends on nothing");
    }

    @Test
    void theEarlierUndoThatGoesIsSaid() {
        List<VirtualMachine> web = cast(false, "web");
        services.refresher().refresh(List.of(web.get(0).id()), new To.Own(), Running.REFUSE, Progress.NONE);
        RefreshPreview again = preview(new To.Own(), web);
        assertThat(RefreshPreview.words(again.changes().get(0))).endsWith("its earlier Undo goes");
    }

    @Test
    void theReportNamesOneCountsManyAndSaysWhatWasLeft() {
        List<CloneOutcome> outcomes = cast(false, "a", "b").stream()
                .map(m -> new CloneOutcome(m, true, Optional.empty()))
                .toList();
        assertThat(new Report(2, "updated", " to v2").done(outcomes)).isEqualTo("2 clones are updated to v2.");
        assertThat(new Report(1, "updated", " to v2").done(outcomes.subList(0, 1)))
                .isEqualTo("“a” is updated to v2.");
        assertThat(new Report(5, "reset", "").done(outcomes))
                .isEqualTo("2 clones are reset; cancelled before the other 3.");
    }

    @Test
    void oneFailureIsItsOwnReasonAndManyAreLinesOfTheDetails() {
        IngotException why = new IngotException(IngotException.Kind.WRONG_STATE, "It is running.");
        List<CloneOutcome> failed = cast(false, "a", "b").stream()
                .map(m -> new CloneOutcome(m, false, Optional.of(why)))
                .toList();
        Report report = new Report(3, "updated", "");
        assertThat(report.failure(failed.subList(0, 1))).contains(why);
        assertThat(report.failure(failed).orElseThrow())
                .hasMessage("2 of 3 clones were not updated; the details say why.")
                .satisfies(e -> assertThat(e.dependants()).containsExactly("a: It is running.", "b: It is running."));
    }
}
