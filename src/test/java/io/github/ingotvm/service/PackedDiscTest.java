package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallRequest.Source;
import io.github.ingotvm.service.install.Need;
import io.github.ingotvm.service.work.Resources;
import io.github.ingotvm.testkit.InstallerDisc;
import io.github.ingotvm.testkit.TestDisc;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Installation discs that come compressed, as those of FreeBSD. */
class PackedDiscTest extends Workshop {
    private Path pack(byte[] disc) throws IOException {
        Path packed = folder.resolve("disc1.iso.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(disc);
        }
        return packed;
    }

    private byte[] disc() throws IOException {
        return Files.readAllBytes(TestDisc.write(folder.resolve("plain.iso"), "INGOT_DEMO"));
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
                true);
    }

    private VirtualMachine create(Path disc) {
        return services().installer().create(request(disc), Progress.NONE);
    }

    private static List<String> media(VirtualMachine machine) {
        return machine.hardware().disks().stream()
                .filter(d -> d.device() == Disk.Device.CDROM)
                .flatMap(d -> d.source().stream())
                .toList();
    }

    @Test
    void isUnpackedForItsMachineAndGoesWithTheInstallation() throws IOException {
        byte[] disc = disc();
        Path packed = pack(disc);
        assertThat(services().installer().sourceAt(packed)).isInstanceOf(Source.Iso.class);
        VirtualMachine vm = create(packed);

        String medium = media(vm).get(0);
        assertThat(medium).endsWith(".iso").contains(".medium.");
        assertThat(fake.volumes().read(medium, 0, 1 << 20)).isEqualTo(disc);

        guest.fills(vm.id(), vm.hardware().writableDisks().get(0).target(), 100 * Resources.MIB);
        guest.powersOff(vm.id());
        services().installs().settle(vm.id());
        assertThat(media(now(vm.id()))).isEmpty();
        assertThat(fake.volumes().find(medium)).isEmpty();
        assertThat(services().doctor().check()).isEmpty();
        assertThat(packed).exists();
    }

    @Test
    void isAskedForItsRoomBeforehandAndCanBeInstalledByHandOnly() throws IOException {
        byte[] disc = disc();
        var proposal = services().installer().propose(new Source.Iso(pack(disc)));
        assertThat(proposal.need()).isEqualTo(Need.exactly(disc.length));
        assertThat(proposal.osName()).isEqualTo("Ingot Demo");
        Path debian = InstallerDisc.debian(folder.resolve("debian.iso"));
        Path packed = pack(Files.readAllBytes(debian));
        assertThat(services()
                        .installer()
                        .propose(new Source.Iso(packed))
                        .onlyByHand()
                        .orElseThrow())
                .contains("unpack it first");
        assertThat(services().installer().propose(new Source.Iso(debian)).need())
                .isEqualTo(Need.NOTHING);
    }

    @Test
    void oneThatIsCutOffLeavesNothing() throws IOException {
        Path packed = pack(Arrays.copyOf(disc(), 19 * 2048));
        refused(Kind.INVALID, "is cut off", () -> create(packed));
        assertThat(fake.volumes().list()).isEmpty();

        byte[] damaged = Files.readAllBytes(pack(disc()));
        Files.write(packed, Arrays.copyOf(damaged, damaged.length - 6));
        refused(Kind.INVALID, "cannot be unpacked", () -> create(packed));
        assertThat(fake.volumes().list()).isEmpty();
        assertThat(fake.machines().list()).isEmpty();
    }

    @Test
    void oneThatDoesNotFitIsRefusedBeforeItIsUnpacked() throws IOException {
        Path packed = pack(disc());
        fake.volumes().ownPool();
        foreign.limitsPool(20 * 2048 - 1);
        refused(Kind.NO_SPACE, "make room", () -> create(packed));
        assertThat(fake.volumes().list()).isEmpty();
    }

    @Test
    void anImageSaysWhatItsCopyTakesAsFarAsItsFormatTells() throws IOException {
        Path raw = folder.resolve("sparse.raw");
        try (var file = Files.newByteChannel(raw, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.position(100 * Resources.GIB - 1);
            file.write(ByteBuffer.wrap(new byte[1]));
        }
        assertThat(need(raw)).isEqualTo(Need.upTo(100 * Resources.GIB));
        Path packed = folder.resolve("disk.raw.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(new byte[1 << 20]);
        }
        assertThat(need(packed)).isEqualTo(new Need(0, OptionalLong.empty()));
        Path qcow2 = ((Source.Image) importOf("x").source()).file();
        assertThat(need(qcow2)).isEqualTo(Need.exactly(4096));

        fake.volumes().ownPool();
        foreign.limitsPool(4000);
        refused(Kind.NO_SPACE, "make room", () -> machine("x"));
    }

    private Need need(Path image) {
        return services().installer().propose(new Source.Image(image)).need();
    }

    @Test
    void oneWhoseUnpackingIsCancelledLeavesNothing() throws IOException {
        Path packed = pack(disc());
        Progress cancelled = new Progress() {
            private boolean unpacking;

            @Override
            public void report(double fraction, String doing) {
                unpacking |= doing.contains("Unpacking");
            }

            @Override
            public boolean isCancelled() {
                return unpacking;
            }
        };
        refused(Kind.CANCELLED, "", () -> services().installer().create(request(packed), cancelled));
        assertThat(fake.volumes().list()).isEmpty();
    }
}
