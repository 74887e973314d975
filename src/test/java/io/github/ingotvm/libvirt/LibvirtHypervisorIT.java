package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.HypervisorEvent.ConnectionLost;
import io.github.ingotvm.model.HypervisorEvent.ConnectionRestored;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a real libvirt can show, beside the contract. */
@ExtendWith(PrivateLibvirtExtension.class)
class LibvirtHypervisorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrivateLibvirt libvirt;
    private Hypervisor hypervisor;

    LibvirtHypervisorIT(PrivateLibvirt libvirt) {
        this.libvirt = libvirt;
        this.hypervisor = libvirt.connect();
    }

    @BeforeEach
    void reconnectAfterEarlierTests() {
        hypervisor.close();
        hypervisor = libvirt.connect();
    }

    @AfterEach
    void removeEverything() {
        for (VirtualMachine machine : hypervisor.machines().list()) {
            hypervisor.power().destroy(machine.id());
            hypervisor.machines().undefine(machine.id());
        }
        hypervisor.volumes().list().forEach(v -> hypervisor.volumes().delete(v.path()));
        hypervisor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe", "Виртуальная машина", "仮想マシン", "آلة", "🙂 <&> \"'", "a b  c"})
    void keepsNamesInEveryScript(String name) {
        MachineId id = define(name, disk());

        VirtualMachine machine = hypervisor.machines().find(id).orElseThrow();

        assertThat(machine.name()).isEqualTo(name);
        assertThat(hypervisor.machines().list())
                .extracting(VirtualMachine::name)
                .contains(name);
    }

    @Test
    void refusesANameWithASlashWithASentence() {
        assertRefused(() -> define("a/b", disk()), Kind.INVALID, "a/b");
    }

    @Test
    void saysSoWhenARunningMachineHasNoPlaceForAnotherDiskAndKeepsItAsItWas() {
        MachineId id = define("full", disk());
        hypervisor.power().start(id);
        int plugged = plugAll(id);
        assertThat(plugged).isPositive();

        hypervisor.power().destroy(id);
        String next = "vd" + (char) ('b' + plugged);
        hypervisor
                .machines()
                .define(hypervisor
                        .definitions()
                        .edit(
                                hypervisor.machines().find(id).orElseThrow().definition(),
                                DefinitionEdit.NONE.drives(DriveChanges.NONE.with(next, disk()))));
        hypervisor.power().start(id);
        assertThat(hypervisor.machines().find(id).orElseThrow().present().writableDisks())
                .hasSize(plugged + 2);
    }

    /** As many as there are places for. */
    private int plugAll(MachineId id) {
        while (true) {
            VirtualMachine before = hypervisor.machines().find(id).orElseThrow();
            int count = before.hardware().writableDisks().size();
            String target = "vd" + (char) ('a' + count);
            try {
                hypervisor.machines().plugIn(id, target, disk());
            } catch (HypervisorException e) {
                assertThat(e)
                        .hasMessageContaining("no free place")
                        .extracting(HypervisorException::kind)
                        .isEqualTo(Kind.UNSUPPORTED);
                VirtualMachine after = hypervisor.machines().find(id).orElseThrow();
                assertThat(after.hardware()).isEqualTo(before.hardware());
                assertThat(after.live()).isEqualTo(before.live());
                return count - 1;
            }
        }
    }

    @Test
    void comesBackAfterItsDaemonWasKilledAndFindsItsMachinesRunning() {
        List<HypervisorEvent> heard = new CopyOnWriteArrayList<>();
        MachineId id = define("survivor", disk());
        hypervisor.power().start(id);
        hypervisor.events().subscribe(heard::add);

        libvirt.kill();
        await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(ConnectionLost.class::isInstance));
        assertRefused(() -> hypervisor.machines().list(), Kind.DISCONNECTED, "lost");

        libvirt.restart();
        await().atMost(PATIENCE).until(() -> heard.contains(new ConnectionRestored()));

        assertThat(hypervisor.machines().find(id).orElseThrow().state()).isEqualTo(PowerState.RUNNING);
        hypervisor.volumes().createOverlay("after.qcow2", disk(), "qcow2");
        heard.clear();
        hypervisor.power().destroy(id);
        await().atMost(PATIENCE).until(() -> heard.contains(new HypervisorEvent.MachineChanged(id)));
    }

    @Test
    void saysWhatToDoWhenNoLibvirtAnswers() {
        assertRefused(
                () -> LibvirtHypervisor.connect("qemu+unix:///session?socket=/nowhere/libvirt-sock"),
                Kind.DISCONNECTED,
                "No libvirt answers");
    }

    @Test
    void leavesNoVolumeAndNoJobOfACancelledCopy() {
        byte[] noise = new byte[48 << 20];
        new Random(1).nextBytes(noise);
        String source = hypervisor
                .volumes()
                .upload("noise.img", "raw", noise.length, new ByteArrayInputStream(noise), Progress.NONE)
                .path();

        assertRefused(
                () -> hypervisor.volumes().copy("copy.qcow2", source, "qcow2", cancelledAtOnce()),
                Kind.CANCELLED,
                "nothing is left");

        String path = hypervisor.volumes().pathOf("copy.qcow2");
        assertThat(hypervisor.volumes().find(path)).isEmpty();
        hypervisor.volumes().copy("copy.qcow2", source, "qcow2", Progress.NONE);
    }

    @Test
    void endsTheProcessOfACancelledCopyAndRemovesWhatItHadWritten() throws Exception {
        String source = hypervisor.volumes().create("much.qcow2", 1 << 30).path();
        Process writing = new ProcessBuilder("qemu-io", "-c", "write -q -P 7 0 384M", source).start();
        assertThat(writing.waitFor()).isZero();
        String path = hypervisor.volumes().pathOf("big.qcow2");
        Progress cancelledOnceItIsThere = new Progress() {
            @Override
            public void report(double fraction, String doing) {}

            @Override
            public boolean isCancelled() {
                return Files.exists(Path.of(path));
            }
        };

        assertRefused(
                () -> hypervisor.volumes().copy("big.qcow2", source, "qcow2", cancelledOnceItIsThere),
                Kind.CANCELLED,
                "nothing is left");

        assertThat(ProcessHandle.allProcesses())
                .noneMatch(p -> p.info().commandLine().orElse("").contains(path));
        assertThat(Path.of(path)).doesNotExist();
        assertThat(hypervisor.volumes().list()).extracting(Volume::path).doesNotContain(path);
    }

    @Test
    void tellsOfAFolderThatIsGoneAndMakesNoEmptyOneInItsPlace() throws Exception {
        hypervisor.machines().define(hypervisor.definitions().compose(spec("orphan", disk())));
        Path away = libvirt.poolDir().resolveSibling("away");
        Files.move(libvirt.poolDir(), away);
        try (Hypervisor fresh = libvirt.connect()) {
            assertRefused(() -> hypervisor.volumes().create("x.qcow2", 1), Kind.FAILED, "bring the folder back");
            assertRefused(() -> fresh.volumes().ownPool(), Kind.FAILED, "bring the folder back");

            assertThat(libvirt.poolDir()).doesNotExist();
        } finally {
            Files.move(away, libvirt.poolDir());
        }
        assertThat(hypervisor.volumes().ownPool().active()).isTrue();
    }

    @Test
    void keepsWhatOtherToolsWroteIntoADefinition() {
        String name = "foreign";
        String document = hypervisor
                .definitions()
                .compose(spec(name, disk()))
                .document()
                .replace("<metadata>", "<metadata><app:note xmlns:app='urn:other'>keep &lt;me&gt;</app:note>")
                .replace("<on_crash>destroy", "<on_crash>preserve");
        MachineId id = hypervisor.machines().define(new Definition(document));

        hypervisor
                .machines()
                .setMark(
                        id,
                        Mark.NONE.with(GoldenSeries.NONE.promoted(
                                new GoldenVersion(3, new SnapshotId("s"), "", "", Instant.EPOCH, List.of()))));

        VirtualMachine machine = hypervisor.machines().find(id).orElseThrow();
        assertThat(machine.definition().document())
                .contains("urn:other")
                .contains("keep &lt;me&gt;")
                .contains("<on_crash>preserve");
        assertThat(machine.mark().lastVersion()).isEqualTo(3);
    }

    @Test
    void listsAThousandMachines() {
        MachineId first = define("crowd", disk());
        var template = hypervisor.machines().find(first).orElseThrow().definition();
        for (int i = 1; i < 1000; i++) {
            hypervisor
                    .machines()
                    .define(new Definition(template.document()
                            .replace("<name>crowd<", "<name>crowd-" + i + "<")
                            .replaceFirst("<uuid>[^<]*<", "<uuid>" + UUID.randomUUID() + "<")));
        }

        assertThat(hypervisor.machines().list()).hasSize(1000);
    }

    @Test
    void usesThePoolFolderOfTheEnvironment() {
        assertThat(hypervisor.volumes().ownPool().path())
                .isEqualTo(libvirt.poolDir().toString());
        assertThat(libvirt.environment()).containsAllEntriesOf(Map.of("INGOT_ACCEL", "tcg"));
    }

    private static Progress cancelledAtOnce() {
        return new Progress() {
            private boolean started;

            @Override
            public void report(double fraction, String doing) {}

            @Override
            public boolean isCancelled() {
                boolean answer = started;
                started = true; // let it begin
                return answer;
            }
        };
    }

    private static void assertRefused(ThrowingCallable call, Kind kind, String words) {
        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind))
                .withMessageContaining(words);
    }

    private String disk() {
        return hypervisor
                .volumes()
                .create("disk-" + UUID.randomUUID() + ".qcow2", 64L << 20)
                .path();
    }

    private MachineId define(String name, String disk) {
        return hypervisor.machines().define(hypervisor.definitions().compose(spec(name, disk)));
    }

    private static MachineSpec spec(String name, String disk) {
        return new MachineSpec(
                new MachineId(UUID.randomUUID()),
                name,
                "",
                64L << 20,
                1,
                MachineSpec.Boot.BIOS,
                Acceleration.TCG,
                List.of(disk),
                List.of(),
                GuestHardware.MODERN,
                OnReboot.RESTART,
                Mark.NONE);
    }
}
