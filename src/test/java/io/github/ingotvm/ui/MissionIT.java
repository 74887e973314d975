package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.DemoDisc;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From an ISO to golden to clones, by right-click and keyboard in the real window, on real libvirt and QEMU. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
@ExtendWith(PrivateLibvirtExtension.class)
class MissionIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void goesFromADiscToGoldenToClones(PrivateLibvirt libvirt) {
        try (Services services = open(libvirt);
                WindowRig rig = WindowRig.open(() -> open(libvirt), folder, 1100, 700)) {
            Mission mission = new Mission(rig, services);
            try {
                mission.installs(DemoDisc.unpack(libvirt.shared()));
                mission.tunesAndTakesASnapshot();
                mission.promotesIt();
                mission.castsThreeClones();
                mission.renames();
                mission.revertsAndUndoes();
                mission.keepsWhatClonesStandOn();
                mission.deletesAClone();
            } catch (RuntimeException | AssertionError e) {
                rig.pictureOfScreen(Path.of("target", "mission-failed.png"));
                throw e;
            } finally {
                mission.cleanUp();
            }
        }
    }

    private Services open(PrivateLibvirt libvirt) {
        return Services.on(libvirt.connect(), folder.resolve("locks"));
    }

    /** The steps, each proved by what the services see through a connection of their own. */
    private record Mission(WindowRig rig, Services services) {
        void installs(Path disc) {
            rig.shows("Cast your first machine").press(KeyCode.CONTROL, KeyCode.N);
            rig.shows("Drop an ISO or a disk image here");
            rig.robot()
                    .interact(() ->
                            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, disc.toString())));
            rig.press(KeyCode.CONTROL, KeyCode.V).shows("Ingot Demo");
            rig.type("Desktop").press(KeyCode.ENTER);
            rig.shows("Desktop is installed.");
            rig.until(() -> machine("Desktop").state() == PowerState.RUNNING);

            rig.click("Show Snapshots").shows("Just Installed").shows("You are here");
            assertThat(snapshots("Desktop")).containsExactly("Just Installed");
            rig.press(KeyCode.ESCAPE).press(KeyCode.ESCAPE).shows("All");
        }

        void tunesAndTakesASnapshot() {
            rig.click("All");
            rig.rightClick("Desktop").click("Take Snapshot…");
            rig.shows("Take a snapshot of “Desktop”").type("Tuned").press(KeyCode.ENTER);
            rig.shows("Took “Tuned”.");
            assertThat(snapshots("Desktop")).containsExactly("Just Installed", "Tuned");
        }

        void promotesIt() {
            rig.click("Desktop").press(KeyCode.ALT, KeyCode.ENTER);
            rig.click("Snapshots").rightClick("Tuned").click("Promote to Golden…");
            rig.shows("Promote “Tuned” to golden v1").press(KeyCode.CONTROL, KeyCode.ENTER);
            rig.shows("Golden v1");
            assertThat(machine("Desktop").currentGolden().map(GoldenVersion::label))
                    .contains("v1");
            rig.press(KeyCode.ESCAPE);
        }

        void castsThreeClones() {
            rig.rightClick("Desktop").click("Clone…");
            rig.shows("Clone “Desktop”").type("web-{1..3}").shows("Make 3 Clones");
            rig.press(KeyCode.ENTER).shows("web-1").shows("web-2").shows("web-3");
            assertThat(List.of("web-1", "web-2", "web-3")).allSatisfy(name -> {
                Lineage lineage = machine(name).mark().lineage().orElseThrow();
                assertThat(lineage.version()).hasValue(1);
                assertThat(lineage.linked()).isTrue();
            });
            rig.rightClick("web-1").click("Start");
            rig.until(() -> machine("web-1").state() == PowerState.RUNNING);
        }

        void renames() {
            rig.click("web-2").press(KeyCode.F2).shows("Rename");
            rig.type("Büro & Söhne").press(KeyCode.ENTER);
            rig.shows("Büro & Söhne").hides("web-2");
        }

        void revertsAndUndoes() {
            rig.rightClick("Desktop").click("Properties");
            rig.click("Snapshots").rightClick("Just Installed").click("Revert To…");
            rig.shows("Revert to “Just Installed”").press(KeyCode.ENTER);
            rig.shows("Reverted “Desktop” to “Just Installed”.");
            assertThat(current("Desktop")).isEqualTo("Just Installed");

            rig.click("Undo").until(() -> current("Desktop").equals("Tuned"));
            rig.press(KeyCode.ESCAPE);
        }

        void keepsWhatClonesStandOn() {
            rig.until(() -> machine("Desktop").state() == PowerState.OFF);
            rig.click("Desktop")
                    .press(KeyCode.DELETE)
                    .shows("“Desktop” cannot be deleted alone")
                    .press(KeyCode.ESCAPE);
            assertThat(services.inventory().machines()).hasSize(4);
        }

        void deletesAClone() {
            rig.click("web-3").press(KeyCode.DELETE).shows("Deleted “web-3”.");
            rig.click("Undo").shows("web-3");
            rig.click("web-3").press(KeyCode.DELETE).shows("Deleted “web-3”.").hides("Deleted “web-3”.");
            rig.until(() -> services.inventory().machines().size() == 3);
        }

        private VirtualMachine machine(String name) {
            return services.inventory().resolve(name);
        }

        private List<String> snapshots(String name) {
            return services.inventory().snapshots(machine(name).id()).stream()
                    .map(Snapshot::name)
                    .toList();
        }

        private String current(String name) {
            return services.inventory().snapshots(machine(name).id()).stream()
                    .filter(Snapshot::current)
                    .map(Snapshot::name)
                    .findFirst()
                    .orElse("");
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
}
