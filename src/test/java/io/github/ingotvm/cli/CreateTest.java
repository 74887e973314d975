package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.testkit.TestDisc;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CreateTest extends CommandLineRig {
    @Test
    void startsTheInstallationFromADisc() {
        Result result = ingot("create", "Demo", "--iso", disc()).succeeds();
        assertThat(result.out()).contains("Made Demo; the installation runs.");
        assertThat(find("Demo").state()).isEqualTo(PowerState.RUNNING);
        assertThat(ingot("list").out()).contains("installing");
    }

    @Test
    void takesWhatIsAskedFor() {
        ingot(
                        "create",
                        "x",
                        "--iso",
                        disc(),
                        "--memory",
                        "512M",
                        "--disk",
                        "3G",
                        "--cpus",
                        "3",
                        "--firmware",
                        "uefi",
                        "--os",
                        "freebsd14.3",
                        "--no-start")
                .succeeds();
        var machine = find("x");
        assertThat(machine.hardware().memory()).isEqualTo(512L << 20);
        assertThat(machine.hardware().cpus()).isEqualTo(3);
        assertThat(machine.hardware().firmware()).isEqualTo(Firmware.UEFI);
        assertThat(machine.mark().osId()).contains("freebsd14.3");
        assertThat(machine.state()).isEqualTo(PowerState.OFF);
    }

    @Test
    void givesItDataDisksWithTheirRoles() {
        ingot("create", "x", "--iso", disc(), "--data-disk", "50G", "--data-disk", "1G:empty", "--no-start")
                .succeeds();
        assertThat(ingot("disk", "list", "x").out()).contains("vdb", "50 GiB", "vdc", "1 GiB");
        assertThat(find("x").mark().series().role("vdb")).isEqualTo(DiskRole.LINKED);
        assertThat(find("x").mark().series().role("vdc")).isEqualTo(DiskRole.EMPTY);
        ingot("snapshot", "take", "x", "s").succeeds();
        ingot("golden", "promote", "x", "s", "--data-disk", "vdb=shared").succeeds();
        assertThat(ingot("golden", "disks", "x").out()).contains("shared", "empty");
    }

    @Test
    void aDataDiskThatCannotBeIsNamedAndNothingIsMade() {
        ingot("create", "x", "--iso", disc(), "--data-disk", "much").fails(ExitCode.USAGE, "'much' is not a size");
        ingot("create", "x", "--iso", disc(), "--data-disk", "1G:borrowed")
                .fails(ExitCode.USAGE, "empty, linked or shared");
        ingot("create", "x", "--iso", disc(), "--data-disk", "1K")
                .fails(ExitCode.USAGE, "data disk must be from 1 MiB");
        assertThat(ingot("list").out()).doesNotContain("x ");
        machine("y");
        ingot("snapshot", "take", "y", "s").succeeds();
        ingot("golden", "promote", "y", "s", "--data-disk", "vdb=empty").fails(ExitCode.NOT_FOUND, "none at all");
        ingot("golden", "promote", "y", "s", "--data-disk", "vdb=lent")
                .fails(ExitCode.USAGE, "empty, linked or shared");
        assertThat(find("y").currentGolden()).isEmpty();
    }

    @Test
    void importsADiskImage() {
        Result result = ingot("create", "x", "--import", image(), "--json");
        assertThat(result.object()).containsEntry("name", "x").containsEntry("state", "running");
        assertThat(ingot("snapshot", "list", "x").out()).contains("Just Imported");
    }

    @Test
    void importStandsOnTheFileWhereItIsAskedTo() {
        String image = image();
        ingot("import", image, "x", "--in-place").fails(ExitCode.USAGE, "lies in no storage pool");
        ingot("import", image, "x", "--golden", "--in-place").fails(ExitCode.USAGE, "without --golden");
        ingot("import", image, "x", "--os", "nothing9").fails(ExitCode.NOT_FOUND, "nothing9");

        fake.foreign().addsPool("images", folder.toString());
        fake.foreign().addsFile(image, "raw", 4096, Optional.empty());
        ingot("import", image, "x", "--in-place", "--os", "debian12").succeeds();
        assertThat(find("x").mark().osId()).contains("debian12");
        assertThat(fake.volumes().list())
                .anyMatch(v -> v.backing().filter(image::equals).isPresent());
    }

    @Test
    void theNextCommandSettlesAnInstallationThatHasEnded() {
        ingot("create", "x", "--iso", disc()).succeeds();
        installerEnds("x");
        Result result = ingot("snapshot", "take", "x", "Tuned").succeeds();
        assertThat(result.err()).contains("The installation of x had ended");
        assertThat(ingot("snapshot", "list", "x").out())
                .contains("Just Installed")
                .contains("└─ Tuned");
        assertThat(find("x").state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void startDoesNotStumbleOverAnInstallationThatItSettles() {
        ingot("create", "x", "--iso", disc()).succeeds();
        installerEnds("x");
        assertThat(ingot("start", "x").succeeds().out()).contains("x is running.");
    }

    @Test
    void waitsForTheEndOfTheInstallation() {
        CompletableFuture<Result> waiting =
                CompletableFuture.supplyAsync(() -> ingot("create", "x", "--iso", disc(), "--wait"));
        await().until(() -> names().contains("x") && find("x").state() == PowerState.RUNNING);
        installerEnds("x");
        assertThat(waiting.join().succeeds().out()).contains("Made x; it is running.");
        assertThat(ingot("snapshot", "list", "x").out()).contains("Just Installed");
    }

    @Test
    void cancellingTheWaitLeavesTheInstallationAlone() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Cli cli = cli(new ByteArrayOutputStream(), err);
        String disc = disc();
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(() -> cli.run("create", "x", "--iso", disc, "--wait"));
        await().until(() -> names().contains("x") && find("x").state() == PowerState.RUNNING);
        cli.cancel();
        assertThat(waiting.join()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(find("x").state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void oneSwitchTurnsTheAutomaticSnapshotOff() {
        ingot("create", "x", "--iso", disc(), "--no-snapshot").succeeds();
        installerEnds("x");
        ingot("start", "x").succeeds();
        assertThat(ingot("snapshot", "list", "x", "--json").list()).isEmpty();
    }

    @Test
    void aMachineIsMarkedAsInstalledByHand() {
        ingot("create", "x", "--iso", disc()).succeeds();
        assertThat(ingot("installed", "x").succeeds().out()).contains("x is installed.");
        assertThat(ingot("snapshot", "list", "x").out()).contains("Just Installed");
        ingot("installed", "x").fails(ExitCode.FAILED, "not being installed");
    }

    @Test
    void saysWhenAnInstallerDoesNotShutDown() {
        ingot("create", "x", "--iso", disc()).succeeds();
        fake.guest().deaf(find("x").id(), true);
        ingot("installed", "x", "--wait", "0").fails(ExitCode.FAILED, "ingot kill");
        ingot("kill", "x").succeeds();
        ingot("start", "x").succeeds();
        assertThat(ingot("snapshot", "list", "x").out()).contains("Just Installed");
    }

    @Test
    void refusesWhatIsNoDisc() {
        ingot("create", "x", "--iso", image()).fails(ExitCode.USAGE, "not a disc image");
        ingot("create", "x", "--iso", "/nowhere.iso").fails(ExitCode.USAGE, "There is no file /nowhere.iso");
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesATakenName() {
        machine("x");
        ingot("create", "x", "--iso", disc()).fails(ExitCode.FAILED, "already a virtual machine called \"x\"");
    }

    @Test
    void refusesOptionsThatContradictEachOther() {
        ingot("create", "x", "--import", image(), "--disk", "2G").fails(ExitCode.USAGE, "--disk goes with --iso");
        ingot("create", "x", "--iso", disc(), "--wait", "--no-start").fails(ExitCode.USAGE, "--no-start");
    }

    @Test
    void saysWhatTheSystemWillMissOnThisHost() {
        String disc = TestDisc.write(folder.resolve("win.iso"), "CCCOMA_X64FRE_EN-US_DV9")
                .toString();
        Result result = ingot("create", "w", "--iso", disc, "--os", "win11", "--no-start")
                .succeeds();
        assertThat(result.err()).contains("TPM 2.0", "Secure Boot");
        assertThat(find("w").hardware().firmware()).isEqualTo(Firmware.UEFI);
        ingot("create", "w2", "--iso", disc(), "--tpm").fails(ExitCode.FAILED, "");
        ingot("create", "w3", "--iso", disc, "--os", "win11", "--no-tpm", "--no-secure-boot", "--no-start")
                .succeeds();
    }

    @Test
    void saysWhatElseADiscMayHoldByItsLabel() {
        String disc = TestDisc.write(folder.resolve("win.iso"), "CCCOMA_X64FRE_EN-US_DV9", "MICROSOFT CORPORATION")
                .toString();
        assertThat(ingot("create", "w", "--iso", disc, "--no-start").succeeds().err())
                .contains("taken for Microsoft Windows 11; by its label it may be another one: say --os win10.");
        assertThat(ingot("create", "x", "--iso", disc, "--no-start", "--os", "win10")
                        .succeeds()
                        .err())
                .doesNotContain("taken for");
    }

    @Test
    void putsTheDriversForWindowsThatLieBesideTheDiscIntoASecondDrive() {
        String disc = TestDisc.write(folder.resolve("win.iso"), "SOMETHING").toString();
        String drivers = TestDisc.write(folder.resolve("virtio-win-0.1.271.iso"), "virtio-win")
                .toString();
        Result result = ingot("create", "w", "--iso", disc, "--os", "win2k22", "--no-start")
                .succeeds();
        assertThat(result.err()).contains(drivers, "--no-drivers");
        assertThat(find("w").hardware().disks())
                .extracting(d -> d.source().orElse(""))
                .contains(drivers);
        ingot("create", "none", "--iso", disc, "--os", "win2k22", "--no-start", "--no-drivers")
                .succeeds();
        ingot("create", "linux", "--iso", disc, "--os", "debian12", "--no-start")
                .succeeds();
        for (String name : new String[] {"none", "linux"}) {
            assertThat(find(name).hardware().disks())
                    .extracting(d -> d.source().orElse(""))
                    .doesNotContain(drivers);
        }
    }

    @Test
    void aSystemThatNobodyKnowsIsRefused() {
        ingot("create", "x", "--iso", disc(), "--os", "plan9").fails(ExitCode.NOT_FOUND, "ingot os list");
        assertThat(names()).isEmpty();
    }

    @Test
    void aDiscForOtherComputersIsRefused() {
        String disc = TestDisc.write(folder.resolve("arm.iso"), "Debian 12.5.0 arm64 n")
                .toString();
        ingot("create", "x", "--iso", disc).fails(ExitCode.USAGE, "aarch64");
        assertThat(names()).isEmpty();
    }
}
