package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.format.Appliance;
import io.github.ingotvm.format.Ovf;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.exchange.GoldenImporter;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.service.work.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class GoldenExportTest extends Workshop {
    private VirtualMachine vm;
    private Path file;

    @BeforeEach
    void aGoldenImageInItsSecondVersion() throws IOException {
        vm = bigMachine("desk");
        promoted("one", "first");
        promoted("two", "with \"quotes\" & <tags>\nand lines");
        services().versions().describe(vm.id(), "Büro <1>", "for everybody's desk");
        edit(vm, "system", "later");
        file = Files.createDirectories(folder.resolve("out")).resolve("image.ova");
    }

    private void promoted(String content, String note) {
        start(vm);
        guest.writes(vm.id(), "vda", "system", content);
        guest.writes(vm.id(), "vdb", "data", content);
        guest.setsVariable(vm.id(), "boot", content);
        stop(vm);
        services().golden().promote(vm.id(), snapshot(vm, "of " + content).id(), note);
    }

    private void export(int version) {
        services().exporter().export(vm.id(), version, file, false, Progress.NONE);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("out"))) {
            return all.map(p -> String.valueOf(p.getFileName())).toList();
        }
    }

    @Test
    void anExportIsAnApplianceThatOthersRead() throws IOException {
        export(2);

        try (Appliance appliance = Appliance.open(file)) {
            Ovf ovf = appliance.ovf();
            assertThat(ovf.name()).isEqualTo("Büro <1>");
            assertThat(ovf.uefi()).isTrue();
            assertThat(ovf.memory()).hasValue(64 * Resources.MIB);
            assertThat(ovf.disks())
                    .hasSize(2)
                    .allSatisfy(d -> assertThat(d.capacity()).isEqualTo(Resources.GIB));
            assertThat(ovf.files())
                    .extracting(Ovf.File::name)
                    .containsExactlyInAnyOrder(
                            "buro-1-v2-vda.vmdk", "buro-1-v2-vdb.vmdk", "buro-1-v2.nvram", "buro-1-v2.ingot.xml");
            for (Ovf.File part : ovf.files()) {
                appliance.verify(part, done -> {});
            }
        }
        assertThat(files()).containsExactly("image.ova");
        assertThat(Files.size(file)).as("nothing is stored that is not there").isLessThan(200_000);
    }

    @Test
    void itComesBackAsTheGoldenImageItWas() {
        services().versions().makeCurrent(vm.id(), 1);
        setRole("vdb", DiskRole.SHARED);
        export(2);
        GoldenVersion exported = GoldenImages.require(now(vm.id()), 2);
        services().lifecycle().delete(vm.id()).commit();
        assertThat(fake.volumes().list()).isEmpty();
        assertThat(services().importer().offer(file))
                .contains(new GoldenImporter.Offer("Büro <1>", "for everybody's desk", "v2", exported.note()));

        VirtualMachine image = services().importer().importGolden(file, Optional.empty(), Progress.NONE);

        assertThat(image.isImageOnly()).isTrue();
        assertThat(image.displayName()).isEqualTo("Büro <1>");
        GoldenSeries series = image.mark().series();
        assertThat(series.note()).isEqualTo("for everybody's desk");
        assertThat(series.last()).isEqualTo(2);
        assertThat(series.roles()).containsExactly(Map.entry("vdb", DiskRole.SHARED));
        GoldenVersion version = series.versions().get(0);
        assertThat(version.number()).isEqualTo(2);
        assertThat(version.note()).isEqualTo(exported.note());
        assertThat(version.author()).isEqualTo(exported.author());
        assertThat(version.promoted()).isEqualTo(exported.promoted());
        assertThat(services().inventory().snapshots(image.id()).get(0).name()).isEqualTo("of two");
        VirtualMachine clone = services()
                .cloner()
                .clone(new Cloner.Request(image.id(), new From.Golden(), List.of("c"), true, false), Progress.NONE)
                .get(0);
        assertThat(clone.hardware().firmware()).isEqualTo(Firmware.UEFI);
        assertThat(guest.disks(clone.id()).get("vda")).containsEntry("system", "two");
        assertThat(guest.disks(clone.id()).get("vdb")).containsEntry("data", "two");
        assertThat(guest.variables(clone.id())).containsEntry("boot", "two");
        assertThat(services().doctor().check()).isEmpty();
    }

    private void setRole(String target, DiskRole role) {
        VirtualMachine machine = now(vm.id());
        fake.machines()
                .setMark(vm.id(), machine.mark().with(machine.mark().series().withRole(target, role)));
    }

    @Test
    void itComesBackAsAMachineToo() {
        export(1);

        Proposal proposal = services().installer().propose(new InstallRequest.Source.Image(file));
        assertThat(proposal.firmware()).isEqualTo(Firmware.UEFI);
        assertThat(proposal.name()).isEqualTo("Büro <1>");
        VirtualMachine machine = services()
                .installer()
                .create(
                        new InstallRequest(
                                "again",
                                new InstallRequest.Source.Image(file),
                                proposal.memory(),
                                proposal.cpus(),
                                0,
                                proposal.firmware(),
                                Optional.empty(),
                                false,
                                false),
                        Progress.NONE);

        assertThat(guest.disks(machine.id()).get("vda")).containsEntry("system", "one");
        assertThat(guest.variables(machine.id())).containsEntry("boot", "one");
        assertThat(machine.mark().golden()).isEmpty();
    }

    @Test
    void whatClonesReceiveEmptyIsExportedEmpty() {
        setRole("vdb", DiskRole.EMPTY);
        export(2);
        services().lifecycle().delete(vm.id()).commit();

        VirtualMachine image = services().importer().importGolden(file, Optional.of("other"), Progress.NONE);

        assertThat(image.displayName()).isEqualTo("other");
        assertThat(image.mark().series().role("vdb")).isEqualTo(DiskRole.EMPTY);
        Path all = services().exporter().export(image.id(), 2, folder.resolve("again.ova"), false, Progress.NONE);
        assertThat(all).exists();
    }

    @Test
    void anImageKeptWithoutItsMachineIsExportedAlike() {
        services().lifecycle().deleteKeepingGolden(vm.id()).commit();

        export(2);

        assertThat(file).exists();
        refused(
                Kind.EXISTS,
                "already a machine or golden image called",
                () -> services().importer().importGolden(file, Optional.empty(), Progress.NONE));
    }

    @Test
    void aTargetThatCannotBeIsRefusedWithTheReason() throws IOException {
        Files.writeString(file, "precious");
        refused(Kind.EXISTS, "already a file", () -> export(2));
        assertThat(file).hasContent("precious");
        services().exporter().export(vm.id(), 2, file, true, Progress.NONE);
        assertThat(Files.size(file)).isGreaterThan(1000);
        Path out = folder.resolve("out");
        refused(Kind.INVALID, "is a folder", () -> services().exporter().export(vm.id(), 2, out, true, Progress.NONE));
        refused(
                Kind.INVALID,
                "There is no folder",
                () -> services().exporter().export(vm.id(), 2, out.resolve("no/such.ova"), false, Progress.NONE));
        refused(Kind.NOT_FOUND, "no golden image v7", () -> export(7, "x.ova"));
        assertThat(files()).containsExactly("image.ova");
    }

    private void export(int version, String name) {
        services().exporter().export(vm.id(), version, folder.resolve("out/" + name), false, Progress.NONE);
    }

    @Test
    void whatLooksChangedOrIsGoneIsNotExported() throws IOException {
        String layer = GoldenImages.require(now(vm.id()), 2).seals().get(0).path();
        foreign.touches(layer);
        refused(Kind.FAILED, "looks changed since it was promoted", () -> export(2));
        foreign.removesFile(layer);
        refused(Kind.FAILED, "is gone", () -> export(2));
        assertThat(files()).isEmpty();
    }

    @Test
    void aCancelledExportLeavesNothing() throws IOException {
        int[] reports = {0};
        Progress soon = new Progress() {
            @Override
            public void report(double fraction, String doing) {
                reports[0]++;
            }

            @Override
            public boolean isCancelled() {
                return reports[0] > 0;
            }
        };

        refused(Kind.CANCELLED, "Cancelled", () -> services().exporter().export(vm.id(), 2, file, false, soon));

        assertThat(reports[0]).isPositive();
        assertThat(files()).isEmpty();
    }

    @Test
    void aDamagedExportIsNotImported() throws IOException {
        export(2);
        services().lifecycle().delete(vm.id()).commit();
        byte[] bytes = Files.readAllBytes(file);
        int note = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("everybody");
        bytes[note] ^= 1;
        Files.write(file, bytes);

        refused(
                Kind.INVALID,
                "is not what its checksum says",
                () -> services().importer().importGolden(file, Optional.empty(), Progress.NONE));
        assertThat(services().inventory().machines()).isEmpty();
        assertThat(fake.volumes().list()).isEmpty();
    }

    @Test
    void anImageThatIsNoExportIsNoGoldenImage() {
        Path plain = folder.resolve("disk.qcow2");
        machine("other");

        assertThat(services().importer().offer(plain)).isEmpty();
        refused(
                Kind.INVALID,
                "no golden image that Ingot exported",
                () -> services().importer().importGolden(plain, Optional.empty(), Progress.NONE));
    }
}
