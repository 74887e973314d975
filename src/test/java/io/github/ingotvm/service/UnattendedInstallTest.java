package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.fake.Crash;
import io.github.ingotvm.fake.Crashing;
import io.github.ingotvm.fake.Failing;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.KernelBoot;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Question;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallRequest.Extras;
import io.github.ingotvm.service.install.InstallRequest.Source;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.work.Resources;
import io.github.ingotvm.testkit.InstallerDisc;
import io.github.ingotvm.testkit.TestDisc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnattendedInstallTest extends Workshop {
    private static final String PASSWORD = "correct horse";
    private static final Answers ANSWERS = Answers.NONE
            .with(Question.USER, "jana")
            .with(Question.PASSWORD, PASSWORD)
            .with(Question.HOST_NAME, "desk")
            .with(Question.LOCALE, "de_DE")
            .with(Question.KEYBOARD, "de")
            .with(Question.TIME_ZONE, "Europe/Berlin");

    private Path debian() {
        return InstallerDisc.debian(folder.resolve("debian.iso"));
    }

    private static InstallRequest request(Path disc) {
        return new InstallRequest(
                        "vm",
                        new Source.Iso(disc),
                        64 * Resources.MIB,
                        1,
                        Resources.GIB,
                        Firmware.BIOS,
                        Optional.empty(),
                        true,
                        true)
                .with(Extras.NONE.with(ANSWERS));
    }

    private VirtualMachine create(Path disc) {
        return services().installer().create(request(disc), Progress.NONE);
    }

    private String text(String path) {
        byte[] bytes = fake.volumes().read(path, 0, 1 << 20);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void installs(VirtualMachine vm) {
        guest.fills(vm.id(), vm.hardware().writableDisks().get(0).target(), 100 * Resources.MIB);
        guest.powersOff(vm.id());
    }

    private List<String> secrets() {
        return fake.volumes().list().stream()
                .filter(VolumeNames::isSecret)
                .map(Volume::path)
                .toList();
    }

    @Test
    void debiansInstallerIsStartedWithItsAnswersInIt() {
        VirtualMachine vm = create(debian());
        KernelBoot boot = vm.hardware().kernel().orElseThrow();

        assertThat(text(boot.kernel())).isEqualTo("kernel");
        assertThat(text(boot.initrd()))
                .startsWith("initrd\0\0" + "070701")
                .contains("preseed.cfg", "username string jana", "get_hostname string desk")
                .doesNotContain(PASSWORD);
        assertThat(vm.definition().document()).doesNotContain(PASSWORD, "$6$");
        assertThat(vm.state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void itEndsInJustInstalledAndNothingOfTheAnswersIsLeft() {
        VirtualMachine vm = create(debian());
        String initrd = vm.hardware().kernel().orElseThrow().initrd();
        installs(vm);

        assertThat(services().installs().settle(vm.id())).isPresent();

        VirtualMachine now = now(vm.id());
        assertThat(now.mark().install().state()).isEqualTo(Install.State.INSTALLED);
        assertThat(now.state()).isEqualTo(PowerState.RUNNING);
        assertThat(now.hardware().kernel()).isEmpty();
        assertThat(services().inventory().snapshots(vm.id()))
                .extracting(Snapshot::name)
                .containsExactly("Just Installed");
        assertThat(services().inventory().snapshots(vm.id()).get(0).hardware().kernel())
                .isEmpty();
        assertThat(fake.state().wiped()).containsExactly(initrd);
        assertThat(fake.volumes().list())
                .noneMatch(v -> v.name().contains(".kernel.") || v.name().contains(".initrd."));
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void noSnapshotKeepsTheAnswers() {
        VirtualMachine vm = create(debian());

        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> services().snapshotter().take(vm.id(), new Snapshotter.Request("Halfway")))
                .matches(e -> e.kind() == Kind.WRONG_STATE)
                .withMessageContaining("would keep the answers");
        assertThat(services().inventory().snapshots(vm.id())).isEmpty();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void ubuntusFindsThemOnADiscOfTheirOwn() {
        VirtualMachine vm = create(InstallerDisc.ubuntu(folder.resolve("ubuntu.iso")));
        List<String> media = vm.hardware().disks().stream()
                .filter(d -> d.device() == Disk.Device.CDROM)
                .flatMap(d -> d.source().stream())
                .toList();

        assertThat(media).hasSize(2);
        assertThat(text(media.get(1)))
                .contains("CIDATA", "#cloud-config", "'jana'")
                .doesNotContain(PASSWORD);
        assertThat(vm.hardware().kernel().orElseThrow().commandLine()).contains("autoinstall");
        installs(vm);
        services().installs().settle(vm.id());
        assertThat(fake.state().wiped()).contains(media.get(1));
        assertThat(secrets()).isEmpty();
    }

    @Test
    void windowsRestartsByItselfAndEndsWhenItIsOff() {
        Path disc = TestDisc.write(folder.resolve("win.iso"), "CCCOMA_X64FRE_EN-US_DV9");
        InstallRequest request = new InstallRequest(
                        "vm",
                        new Source.Iso(disc),
                        64 * Resources.MIB,
                        1,
                        Resources.GIB,
                        Firmware.BIOS,
                        Optional.of("win10"),
                        true,
                        true)
                .with(Extras.NONE.with(ANSWERS));
        VirtualMachine vm = services().installer().create(request, Progress.NONE);

        guest.reboots(vm.id());
        assertThat(now(vm.id()).state()).isEqualTo(PowerState.RUNNING);
        installs(vm);
        services().installs().settle(vm.id());
        assertThat(now(vm.id()).mark().install().state()).isEqualTo(Install.State.INSTALLED);
        assertThat(secrets()).isEmpty();
    }

    @Test
    void theAnswersAreWipedWithTheirMachine() {
        VirtualMachine vm = create(debian());
        String initrd = vm.hardware().kernel().orElseThrow().initrd();
        stop(vm);

        services().lifecycle().delete(vm.id()).commit();

        assertThat(fake.state().wiped()).containsExactly(initrd);
        assertThat(fake.volumes().list()).isEmpty();
    }

    @Test
    void theAnswersAreWipedWhereTheInstallationCannotBegin() {
        Failing failing = new Failing(fake);
        failing.fail("Machines.define", Kind.FAILED);
        use(failing.hypervisor());

        assertThatExceptionOfType(IngotException.class).isThrownBy(() -> create(debian()));

        assertThat(fake.state().wiped()).hasSize(1);
        assertThat(fake.volumes().list()).isEmpty();
    }

    @Test
    void theAnswersAreWipedWhateverGoesWrong() {
        Progress broken = new Progress() {
            @Override
            public void report(double fraction, String doing) {}

            @Override
            public boolean isCancelled() {
                if (secrets().isEmpty()) {
                    return false;
                }
                throw new IllegalStateException("a defect");
            }
        };
        InstallRequest request = request(debian());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> services().installer().create(request, broken));

        assertThat(fake.state().wiped()).hasSize(1);
        assertThat(fake.volumes().list()).isEmpty();
    }

    @Test
    void whatACrashLeavesIsNamedByCheckAndWipedByIt() {
        boolean leftSecrets = false;
        for (int change = 1; change < 20 && fake.machines().list().isEmpty(); change++) {
            use(Crashing.before(change, fake).hypervisor());
            try {
                create(debian());
            } catch (Crash crash) {
                use(fake);
            }
            List<String> left = fake.machines().list().isEmpty() ? secrets() : List.of();
            leftSecrets |= !left.isEmpty();
            use(fake);
            assertThat(services().doctor().check()).extracting(Finding::subject).containsAll(left);
            services().doctor().fix(Progress.NONE);
            assertThat(fake.state().wiped()).containsAll(left);
        }
        assertThat(leftSecrets).isTrue();
        assertThat(secrets()).as("those of the machine that was made at last").hasSize(1);
    }

    @Test
    void whatCannotBeAnsweredIsNotMade() {
        Path unknown = TestDisc.write(folder.resolve("x.iso"), "SOMETHING");
        assertThat(services().installer().propose(new Source.Iso(unknown)).onlyByHand())
                .isPresent();
        assertThat(services().installer().propose(new Source.Iso(debian())).onlyByHand())
                .isEmpty();
        refused(Kind.UNSUPPORTED, "not recognised", () -> create(unknown));
        Path flavour = TestDisc.write(folder.resolve("kubuntu.iso"), "Kubuntu 24.04 LTS amd64");
        assertThat(services().installer().propose(new Source.Iso(flavour)).onlyByHand())
                .hasValueSatisfying(why -> assertThat(why).contains("flavours"));
        refused(Kind.UNSUPPORTED, "flavours", () -> create(flavour));

        Path empty = TestDisc.write(folder.resolve("empty.iso"), "Debian 12.5.0 amd64 n");
        refused(Kind.INVALID, "install it by hand", () -> create(empty));
        InstallRequest bad = request(debian()).with(Extras.NONE.with(ANSWERS.with(Question.USER, "root")));
        refused(
                Kind.INVALID,
                "belongs to the system",
                () -> services().installer().create(bad, Progress.NONE));
        assertThat(fake.volumes().list()).noneMatch(v -> v.pool().equals(Volumes.POOL));
    }
}
