package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.fake.Failing;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.history.Entry;
import io.github.ingotvm.history.History;
import io.github.ingotvm.history.What;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.osinfo.OsLibrary;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.work.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the services do is written down, in the words of what it was for. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class RecordedTest extends Workshop {
    private final Failing failing = new Failing(fake);
    private History history;
    private Services recorded;
    private VirtualMachine vm;
    private int told;

    @BeforeEach
    void aMachine() {
        vm = machine("vm");
        history = history(folder.resolve("state"));
        recorded = Services.on(failing.hypervisor(), folder, OsLibrary.builtIn(), history);
    }

    private static History history(Path place) {
        return History.in(place, new History.Author("someone", "test", "fake:///"));
    }

    @AfterEach
    void close() {
        recorded.close();
    }

    /** What was written since the last look, in order, without files that went. */
    private List<What> news(What last) {
        List<Entry> all = await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(
                        this::inOrder,
                        e -> e.size() > told && e.get(e.size() - 1).what() == last);
        List<What> news =
                all.subList(told, all.size()).stream().map(Entry::what).toList();
        told = all.size();
        return news;
    }

    private List<Entry> inOrder() {
        List<Entry> all = new ArrayList<>(history.find(History.Query.ALL));
        all.removeIf(e -> e.what() == What.FILE_REMOVED);
        Collections.reverse(all);
        return all;
    }

    private Snapshot snap(String name) {
        return recorded.snapshotter().take(vm.id(), new Snapshotter.Request(name));
    }

    @Test
    void powerAndHardware() {
        recorded.lifecycle().setResources(vm.id(), 128 * Resources.MIB, 1);
        recorded.power().start(vm.id());
        recorded.power().pause(vm.id());
        recorded.power().resume(vm.id());
        recorded.power().restart(vm.id());
        recorded.power().shutdown(vm.id());
        recorded.power().start(vm.id());
        recorded.power().forceOff(vm.id());
        recorded.lifecycle().rename(vm.id(), "other");
        recorded.lifecycle().delete(vm.id()).commit();
        assertThat(news(What.DELETED))
                .containsExactly(
                        What.CHANGED,
                        What.STARTED,
                        What.PAUSED,
                        What.RESUMED,
                        What.RESTARTED,
                        What.SHUT_DOWN,
                        What.STARTED,
                        What.FORCED_OFF,
                        What.RENAMED,
                        What.DELETED);
    }

    @Test
    void dataDisks() {
        recorded.disks().add(vm.id(), Resources.GIB);
        recorded.disks().remove(vm.id(), "vdb").commit();
        recorded.power().start(vm.id());
        recorded.disks().add(vm.id(), Resources.GIB);
        recorded.power().forceOff(vm.id());
        assertThat(news(What.FORCED_OFF))
                .containsSubsequence(What.DISK_ADDED, What.DISK_REMOVED, What.STARTED, What.DISK_ADDED);
    }

    @Test
    void snapshots() {
        Snapshot first = snap("first");
        recorded.snapshots().describe(vm.id(), first.id(), "better", "note");
        snap("second");
        recorded.reverter().revert(vm.id(), first.id(), Optional.empty()).settle();
        recorded.snapshots()
                .delete(
                        vm.id(),
                        recorded.inventory()
                                .resolveSnapshot(now(vm.id()), "second")
                                .id());
        assertThat(news(What.SNAPSHOT_DELETED))
                .containsExactly(
                        What.SNAPSHOT_TAKEN,
                        What.SNAPSHOT_DESCRIBED,
                        What.SNAPSHOT_TAKEN,
                        What.REVERTED,
                        What.SNAPSHOT_DELETED);
        assertThat(inOrder().get(3).details()).containsEntry(Entry.SNAPSHOT, "better");
    }

    @Test
    void goldenImagesAndWhatBecomesOfTheirClones() {
        recorded.golden().promote(vm.id(), snap("one").id(), "");
        recorded.sealer().sealAll(Progress.NONE);
        assertThat(news(What.SEALED)).containsExactly(What.SNAPSHOT_TAKEN, What.PROMOTED, What.SEALED);
        VirtualMachine clone = recorded.cloner()
                .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of("clone"), false, false), Progress.NONE)
                .get(0);
        recorded.golden().promote(vm.id(), snap("two").id(), "");
        assertThat(news(What.PROMOTED)).containsExactly(What.CLONED, What.SNAPSHOT_TAKEN, What.PROMOTED);
        List<MachineId> all = List.of(clone.id());
        recorded.refresher().refresh(all, new To.Current(), Running.REFUSE, Progress.NONE);
        recorded.refresher().refresh(all, new To.Own(), Running.REFUSE, Progress.NONE);
        recorded.refresher().dropFormer(all);
        recorded.refresher().refresh(all, new To.Version(1), Running.REFUSE, Progress.NONE);
        recorded.refresher().undo(all, Running.REFUSE, Progress.NONE);
        recorded.refresher().dropFormer(all);
        recorded.detacher().detach(clone.id(), Progress.NONE);
        assertThat(news(What.DETACHED))
                .containsExactly(
                        What.UPDATED,
                        What.RESET,
                        What.FORMER_DROPPED,
                        What.UPDATED,
                        What.UNDONE,
                        What.FORMER_DROPPED,
                        What.DETACHED);
        recorded.versions().makeCurrent(vm.id(), 1);
        recorded.golden().demote(vm.id(), 2);
        assertThat(news(What.DEMOTED)).containsExactly(What.MADE_CURRENT, What.DEMOTED);
    }

    @Test
    void disposableClonesWithTheDigestsOfWhatTheyRunOn() {
        recorded.golden().promote(vm.id(), snap("one").id(), "");
        recorded.sealer().sealAll(Progress.NONE);
        VirtualMachine clone = recorded.disposables().run(vm.id(), new From.Golden(), "passing");
        recorded.disposables().keep(clone.id());
        recorded.power().forceOff(clone.id());
        assertThat(news(What.FORCED_OFF)).endsWith(What.SEALED, What.RAN, What.KEPT, What.FORCED_OFF);
        Entry ran = inOrder().get(told - 3);
        assertThat(ran.name()).isEqualTo("passing");
        assertThat(ran.details()).containsEntry(Entry.FROM, vm.id().toString()).containsEntry(Entry.FROM_VERSION, "1");
        assertThat(ran.digests()).isNotEmpty();
    }

    @Test
    void aFailureWithItsReason() {
        failing.fail("Snapshots.create", Kind.NO_SPACE);
        assertThatExceptionOfType(IngotException.class).isThrownBy(() -> snap("no"));
        assertThat(news(What.SNAPSHOT_TAKEN)).hasSize(1);
        assertThat(inOrder().get(0).failure()).contains("The call Snapshots.create failed; try again.");
    }

    @Test
    void nothingFailsBecauseItCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        try (Services mute = Services.on(fake, folder, OsLibrary.builtIn(), history(file.resolve("below")))) {
            mute.power().start(vm.id());
        }
        assertThat(new FakeHypervisor(fake.state())
                        .machines()
                        .find(vm.id())
                        .orElseThrow()
                        .state()
                        .isActive())
                .isTrue();
    }
}
