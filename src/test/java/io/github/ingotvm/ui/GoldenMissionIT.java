package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A golden image through its life, in the real window on real libvirt and QEMU. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
@ExtendWith(PrivateLibvirtExtension.class)
class GoldenMissionIT {
    private static final List<String> CLONES = List.of("web-1", "web-2", "web-3");

    @TempDir
    Path folder = Path.of("");

    @Test
    void livesFromItsSecondVersionToIndependentClones(PrivateLibvirt libvirt) throws IOException {
        try (Services services = open(libvirt)) {
            Mission mission = prepared(services, libvirt);
            try (WindowRig rig = WindowRig.open(() -> open(libvirt), folder, 1280, 800)) {
                Steps steps = new Steps(rig, mission);
                try {
                    steps.promotesTheSecondVersion();
                    steps.updatesAllAndTakesThemBack();
                    steps.verifies();
                    steps.findsTamperingAndPutsItRight(Files.createDirectory(folder.resolve("backup")));
                    steps.compacts();
                    steps.detaches();
                } catch (RuntimeException | AssertionError e) {
                    rig.pictureOfScreen(Path.of("target", "golden-mission-failed.png"));
                    throw e;
                }
            } finally {
                mission.cleanUp();
            }
        }
    }

    private Services open(PrivateLibvirt libvirt) {
        return Services.on(libvirt.connect(), folder.resolve("locks"));
    }

    /** A golden image with three clones, of which one runs. */
    private static Mission prepared(Services services, PrivateLibvirt libvirt) throws IOException {
        byte[] bytes = new byte[4 << 20];
        Arrays.fill(bytes, (byte) 7);
        Path image = Files.write(libvirt.shared().resolve("mould.raw"), bytes);
        VirtualMachine mould = services.installer()
                .create(
                        new InstallRequest(
                                "Mould",
                                new InstallRequest.Source.Image(image),
                                64L << 20,
                                1,
                                0,
                                Firmware.BIOS,
                                Optional.empty(),
                                false,
                                false),
                        Progress.NONE);
        Mission mission = new Mission(services);
        Snapshot one = mission.snapshot("Mould", "One");
        services.golden().promote(mould.id(), one.id(), "The first");
        services.cloner()
                .clone(new Cloner.Request(mould.id(), new Cloner.From.Golden(), CLONES, false, false), Progress.NONE);
        services.power().start(mission.machine("web-2").id());
        return mission;
    }

    /** What is so in truth, seen through a connection of its own. */
    private record Mission(Services services) {
        VirtualMachine machine(String name) {
            return services.inventory().resolve(name);
        }

        Snapshot snapshot(String name, String called) {
            return services.snapshotter().take(machine(name).id(), new Snapshotter.Request(called, "", false));
        }

        Lineage lineage(String clone) {
            return machine(clone).mark().lineage().orElseThrow();
        }

        boolean areAllOn(int version) {
            return CLONES.stream().allMatch(c -> lineage(c).version().orElse(0) == version);
        }

        /** The file that the first version froze. */
        Path layer() {
            VirtualMachine mould = machine("Mould");
            Snapshot one = services.inventory().resolveSnapshot(mould, "One");
            return Path.of(one.hardware().writableDisks().get(0).source().orElseThrow());
        }

        /** The daemon is shared with other tests of the run. */
        void cleanUp() {
            services.inventory().machines().stream()
                    .filter(m -> m.state().isActive())
                    .forEach(m -> services.power().forceOff(m.id()));
            services.inventory().machines().stream()
                    .sorted((a, b) -> Boolean.compare(
                            b.mark().lineage().isPresent(), a.mark().lineage().isPresent()))
                    .forEach(m -> services.lifecycle().delete(m.id()).commit());
        }
    }

    /** What the user does. */
    private record Steps(WindowRig rig, Mission mission) {
        private WindowRig page() {
            return rig.click("Golden images")
                    .shows("Mould")
                    .press(KeyCode.ENTER)
                    .shows("Versions");
        }

        void promotesTheSecondVersion() {
            rig.shows("web-3");
            page().click("Promote Next…").shows("Promote v2 of “Mould”").press(KeyCode.ENTER);
            rig.shows("v2 of Mould is current now.").dismissNotices();
            assertThat(mission.machine("Mould").currentGolden().map(GoldenVersion::label))
                    .contains("v2");
        }

        void updatesAllAndTakesThemBack() {
            rig.click("Update All 3…").shows("Update 3 clones to v2").shows("1 of them is running:");
            rig.click("Force off, and start again after").press(KeyCode.ENTER).shows("3 clones are updated to v2.");
            assertThat(mission.areAllOn(2)).isTrue();
            assertThat(mission.machine("web-2").state()).isEqualTo(PowerState.RUNNING);

            rig.click("Undo").until(() -> mission.areAllOn(1));
            rig.until(() -> mission.machine("web-2").state() == PowerState.RUNNING);
        }

        void verifies() {
            rig.shows("Sealed").click("Verify").shows("“Mould” is intact: every byte is what was sealed.");
            rig.dismissNotices();
        }

        private boolean canVerify() {
            return rig.robot().lookup(".button").queryAllAs(Button.class).stream()
                    .anyMatch(b -> "Verify".equals(b.getText()) && !b.isDisabled());
        }

        void findsTamperingAndPutsItRight(Path backup) throws IOException {
            Path layer = mission.layer();
            Files.copy(layer, backup.resolve(layer.getFileName()));
            flipAByteWithoutATrace(layer);
            rig.click("All").shows("web-3");
            page().until(this::canVerify)
                    .click("Verify")
                    .shows("v1 is not what was promoted")
                    .shows("v2 is not what was promoted");
            rig.dismissNotices().click("All").shows("v2 · changed");

            mission.services().power().forceOff(mission.machine("web-2").id());
            page().tool("Restore Mould v1")
                    .shows("Restore Mould v1")
                    .type(backup.toString())
                    .press(KeyCode.ENTER);
            rig.shows("Mould v1 is what was promoted again.")
                    .hides("v1 is not what was promoted")
                    .hides("v2 is not what was promoted")
                    .dismissNotices();
            assertThat(Files.mismatch(layer, backup.resolve(layer.getFileName())))
                    .isEqualTo(-1);
            rig.click("All").hides("v2 · changed");
        }

        void compacts() {
            Snapshot first = mission.snapshot("web-3", "first");
            mission.snapshot("web-3", "second");
            mission.services().snapshots().delete(mission.machine("web-3").id(), first.id());
            rig.rightClick("web-3").click("Disk Space").click("Compact…").shows("Compact “web-3”");
            rig.press(KeyCode.ENTER)
                    .until(() -> mission.services()
                            .compactor()
                            .plan(mission.machine("web-3").id())
                            .isEmpty());
        }

        void detaches() {
            // What it was before its update stands on the golden image, too.
            rig.rightClick("web-1")
                    .click("Disk Space")
                    .click("Let Go of Undo…")
                    .shows("Let go of what “web-1” was before?");
            rig.press(KeyCode.ENTER).shows("The former state is gone.");
            rig.click("Space")
                    .shows("Mould")
                    .tool("More on web-1")
                    .click("Detach…")
                    .shows("Detach “web-1”");
            rig.press(KeyCode.ENTER).shows("“web-1” depends on nothing any more.");
            assertThat(mission.lineage("web-1").linked()).isFalse();
            assertThat(mission.services().space().depth(mission.machine("web-1").id()))
                    .isEqualTo(1);
            assertThat(mission.services().doctor().check()).isEmpty();
        }

        private static void flipAByteWithoutATrace(Path layer) {
            try {
                FileTime before = Files.getLastModifiedTime(layer);
                Files.setPosixFilePermissions(layer, PosixFilePermissions.fromString("rw-r--r--"));
                try (FileChannel file = FileChannel.open(layer, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    long at = file.size() / 2;
                    ByteBuffer one = ByteBuffer.allocate(1);
                    file.read(one, at);
                    one.flip();
                    file.write(ByteBuffer.wrap(new byte[] {(byte) (one.get() ^ 1)}), at);
                }
                Files.setLastModifiedTime(layer, before);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
