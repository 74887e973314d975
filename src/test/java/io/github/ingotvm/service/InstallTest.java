package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.fake.Failing;
import io.github.ingotvm.fake.Qcow2;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallRequest.Source;
import io.github.ingotvm.service.install.InstallWatcher;
import io.github.ingotvm.service.install.NotStartedException;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.service.work.Resources;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstallTest extends Workshop {
    private final List<String> installed = new ArrayList<>();

    @Test
    void anInstallationEndsInJustInstalledWithoutTheMediumAndRunning() throws IOException {
        VirtualMachine vm = install("INGOT_DEMO");
        try (InstallWatcher watcher = watch()) {
            writesASystem(vm);
            guest.reboots(vm.id());
        }
        VirtualMachine after = now(vm.id());
        assertThat(after.state()).isEqualTo(PowerState.RUNNING);
        assertThat(after.mark().install().state()).isEqualTo(Install.State.INSTALLED);
        assertThat(media(after)).isEmpty();
        assertThat(names(after)).containsExactly("Just Installed");
        assertThat(installed).containsExactly(vm.displayName());
    }

    @Test
    void justInstalledKnowsNoMediumEither() throws IOException {
        VirtualMachine vm = install("INGOT_DEMO");
        writesASystem(vm);
        guest.reboots(vm.id());
        services().installs().settle(vm.id());
        Snapshot snapshot = services().inventory().snapshots(vm.id()).get(0);
        assertThat(snapshot.hardware().disks())
                .filteredOn(d -> d.device() == Disk.Device.CDROM)
                .allMatch(d -> d.source().isEmpty());
    }

    @Test
    void anIngotThatComesLaterEndsTheInstallation() throws IOException {
        VirtualMachine vm = install("INGOT_DEMO");
        writesASystem(vm);
        guest.reboots(vm.id());
        assertThat(names(now(vm.id()))).isEmpty();
        try (InstallWatcher watcher = watch()) {
            assertThat(names(now(vm.id()))).containsExactly("Just Installed");
        }
    }

    @Test
    void aStopBeforeAnythingWasWrittenIsNoInstallation() throws IOException {
        VirtualMachine vm = install("Somebodys Live CD");
        guest.powersOff(vm.id());
        assertThat(services().installs().settle(vm.id())).isEmpty();
        assertThat(now(vm.id()).mark().install().state()).isEqualTo(Install.State.INSTALLING);
    }

    @Test
    void pullingThePlugIsNotTheEndOfAnInstallation() throws IOException {
        VirtualMachine vm = install("INGOT_DEMO");
        writesASystem(vm);
        stop(vm);
        assertThat(services().installs().settle(vm.id())).isEmpty();
    }

    @Test
    void theUserMaySayThatAMachineIsInstalled() throws IOException {
        VirtualMachine vm = install("Unknown");
        services().installs().markInstalled(vm.id());
        services().installs().settle(vm.id());
        assertThat(names(now(vm.id()))).containsExactly("Just Installed");
        assertThat(now(vm.id()).mark().install().state()).isEqualTo(Install.State.INSTALLED);
    }

    @Test
    void markingAMachineThatIsNotBeingInstalledIsRefused() {
        VirtualMachine vm = machine("vm");
        refused(
                Kind.WRONG_STATE,
                "not being installed",
                () -> services().installs().markInstalled(vm.id()));
    }

    @Test
    void oneThatIsSavedInTheMiddleIsNotMarkedAndGoesOnInstalling() throws IOException {
        VirtualMachine vm = install("INGOT_DEMO");
        foreign.saves(vm.id());
        refused(Kind.WRONG_STATE, "start it", () -> services().installs().markInstalled(vm.id()));
        assertThat(now(vm.id()).mark().install().state()).isEqualTo(Install.State.INSTALLING);
    }

    @Test
    void anEndThatFailedIsCompletedTheNextTime() throws IOException {
        VirtualMachine vm = install("INGOT_DEMO");
        writesASystem(vm);
        guest.reboots(vm.id());
        Failing failing = new Failing(fake);
        use(failing.hypervisor());
        failing.fail("Snapshots.create", Kind.NO_SPACE);
        refused(Kind.NO_SPACE, "", () -> services().installs().settle(vm.id()));
        assertThat(services().doctor().check()).anyMatch(f -> f.sentence().contains("interrupted"));
        failing.heal("Snapshots.create");
        services().installs().settle(vm.id());
        assertThat(names(now(vm.id()))).containsExactly("Just Installed");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void theAutomaticSnapshotCanBeTurnedOff() throws IOException {
        VirtualMachine vm = services().installer().create(request("plain", iso("INGOT_DEMO"), false), Progress.NONE);
        writesASystem(vm);
        guest.reboots(vm.id());
        services().installs().settle(vm.id());
        assertThat(names(now(vm.id()))).isEmpty();
        assertThat(now(vm.id()).mark().install().state()).isEqualTo(Install.State.INSTALLED);
    }

    @Test
    void aTakenNameIsRefusedAndLeavesNothing() throws IOException {
        machine("vm");
        int files = foreign.files().size();
        Source iso = iso("X");
        refused(Kind.EXISTS, "\"vm\"", () -> services().installer().create(request("vm", iso, true), Progress.NONE));
        assertThat(foreign.files()).hasSize(files);
    }

    @Test
    void aFailureBeforeTheMachineIsDefinedLeavesNothing() throws IOException {
        fake.volumes().ownPool();
        Failing failing = new Failing(fake);
        failing.fail("Machines.define", Kind.FAILED);
        use(failing.hypervisor());
        Source iso = iso("X");
        refused(Kind.FAILED, "", () -> services().installer().create(request("vm", iso, true), Progress.NONE));
        assertThat(services().doctor().check()).isEmpty();
        assertThat(foreign.files()).noneMatch(f -> f.endsWith(".qcow2"));
    }

    @Test
    void aMachineThatCannotBeStartedIsThereAndSaysWhatToDo() {
        Failing failing = new Failing(fake);
        failing.fail("Power.start", Kind.FAILED);
        use(failing.hypervisor());
        refused(Kind.FAILED, "was made, but it could not be started", () -> install("INGOT_DEMO"));
        VirtualMachine made = services().inventory().machines().get(0);
        assertThat(made.state()).isEqualTo(PowerState.OFF);
        assertThat(media(made)).hasSize(1);
        assertThat(services().doctor().check()).isEmpty();
        failing.heal("Power.start");
        services().power().start(made.id());
        assertThat(now(made.id()).mark().install().state()).isEqualTo(Install.State.INSTALLING);
    }

    @Test
    void anImportWhoseSnapshotFailsIsThereAndWasNotStarted() {
        Failing failing = new Failing(fake);
        failing.fail("Snapshots.create", Kind.FAILED);
        use(failing.hypervisor());
        InstallRequest plain = importOf("vm");
        InstallRequest request = new InstallRequest(
                "vm", plain.source(), plain.memory(), 1, 0, Firmware.BIOS, Optional.empty(), true, true);
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> services().installer().create(request, Progress.NONE))
                .withMessageContaining("no snapshot of it as it came")
                .satisfies(e -> assertThat(now(e.machine().id()).state()).isEqualTo(PowerState.OFF));
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void anImageIsImportedWithASnapshotOfHowItCame() {
        InstallRequest plain = importOf("vm");
        VirtualMachine vm = services()
                .installer()
                .create(
                        new InstallRequest(
                                "imported",
                                plain.source(),
                                plain.memory(),
                                1,
                                0,
                                Firmware.BIOS,
                                Optional.empty(),
                                true,
                                false),
                        Progress.NONE);
        assertThat(names(vm)).containsExactly("Just Imported");
    }

    @Test
    void anImageOnABackingFileIsRefusedAndLeavesNothing() throws IOException {
        Path evil = folder.resolve("evil.qcow2");
        Files.write(evil, Arrays.copyOf(Qcow2.image(1 << 20, Optional.of("/etc/shadow")), 4096));
        refused(
                Kind.INVALID,
                "backing file",
                () -> services().installer().create(request("vm", new Source.Image(evil), true), Progress.NONE));
        assertThat(foreign.files()).isEmpty();
    }

    @Test
    void aProposalNamesTheSystemAndAFreeName() throws IOException {
        machine("Ingot Demo");
        Proposal proposal = services().installer().propose(iso("INGOT_DEMO"));
        assertThat(proposal.osName()).isEqualTo("Ingot Demo");
        assertThat(proposal.name()).isEqualTo("Ingot Demo 2");
    }

    @Test
    void sizesThatMakeNoSenseAreRefused() throws IOException {
        Source iso = iso("X");
        refused(
                Kind.INVALID,
                "memory",
                () -> services()
                        .installer()
                        .create(
                                new InstallRequest(
                                        "vm", iso, 1, 1, Resources.GIB, Firmware.BIOS, Optional.empty(), true, true),
                                Progress.NONE));
        refused(
                Kind.INVALID,
                "disk",
                () -> services()
                        .installer()
                        .create(
                                new InstallRequest(
                                        "vm", iso, Resources.GIB, 1, -5, Firmware.BIOS, Optional.empty(), true, true),
                                Progress.NONE));
    }

    private VirtualMachine install(String label) throws IOException {
        return services().installer().create(request("vm " + label, iso(label), true), Progress.NONE);
    }

    private static InstallRequest request(String name, Source source, boolean autoSnapshot) {
        return new InstallRequest(
                name,
                source,
                64 * Resources.MIB,
                1,
                Resources.GIB,
                Firmware.BIOS,
                Optional.empty(),
                autoSnapshot,
                source instanceof Source.Iso);
    }

    private InstallWatcher watch() {
        return services().watchInstalls(Runnable::run, new InstallWatcher.Listener() {
            @Override
            public void installed(VirtualMachine machine) {
                installed.add(machine.displayName());
            }

            @Override
            public void failed(VirtualMachine machine, IngotException why) {
                throw why;
            }
        });
    }

    private void writesASystem(VirtualMachine vm) {
        for (int i = 0; i < 200; i++) {
            guest.writes(vm.id(), "vda", "block" + i, "x");
        }
    }

    private static List<String> media(VirtualMachine machine) {
        return machine.hardware().disks().stream()
                .filter(d -> d.device() == Disk.Device.CDROM)
                .flatMap(d -> d.source().stream())
                .toList();
    }

    private List<String> names(VirtualMachine machine) {
        return services().inventory().snapshots(machine.id()).stream()
                .map(Snapshot::name)
                .toList();
    }

    private Source iso(String label) throws IOException {
        ByteBuffer disc = ByteBuffer.wrap(new byte[40 * 2048]).order(ByteOrder.LITTLE_ENDIAN);
        byte[] types = {1, 0, (byte) 255};
        for (int i = 0; i < types.length; i++) {
            int sector = (16 + i) * 2048;
            disc.put(sector, types[i]).put(sector + 1, "CD001".getBytes(StandardCharsets.US_ASCII));
        }
        disc.put(16 * 2048 + 40, String.format("%-32s", label).getBytes(StandardCharsets.US_ASCII));
        disc.putInt(16 * 2048 + 80, 40).putShort(16 * 2048 + 128, (short) 2048);
        disc.put(17 * 2048 + 7, "EL TORITO SPECIFICATION".getBytes(StandardCharsets.US_ASCII));
        return new Source.Iso(Files.write(folder.resolve("disc.iso"), disc.array()));
    }
}
