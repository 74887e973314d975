package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.fake.Qcow2;
import io.github.ingotvm.model.FileLook;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Promises of {@link Volumes} about bytes: uploads, reads and copies. */
interface CopyContract extends Contract {
    private Volumes volumes() {
        return rig().hypervisor.volumes();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private Volume upload(String format, byte[] bytes, Progress progress) {
        return volumes()
                .upload(
                        rig().unique("upload") + "." + format,
                        format,
                        bytes.length,
                        new ByteArrayInputStream(bytes),
                        progress);
    }

    @Test
    default void storesExactlyTheseBytes() {
        byte[] bytes = noise((1 << 20) + 512);

        Volume volume = upload("raw", bytes, Progress.NONE);

        assertThat(volume.capacity()).isEqualTo(bytes.length);
        assertThat(volume.format()).isEqualTo("raw");
        assertThat(volumes().read(volume.path(), 0, bytes.length)).isEqualTo(bytes);
    }

    @Test
    default void readsAPartAndNoMoreThanThereIs() {
        byte[] bytes = noise(64 << 10);
        String path = upload("raw", bytes, Progress.NONE).path();

        assertThat(volumes().read(path, 1000, 50)).isEqualTo(Arrays.copyOfRange(bytes, 1000, 1050));
        assertThat(volumes().read(path, bytes.length - 10, 50))
                .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 10, bytes.length));
    }

    @Test
    default void opensWhatAGuestSeesThroughAChain() {
        byte[] noise = noise(200 << 10);
        byte[] bytes = Arrays.copyOf(noise, 1 << 20);
        String raw = upload("raw", bytes, Progress.NONE).path();
        String copy = volumes()
                .copy(rig().unique("copy") + ".qcow2", raw, "qcow2", Progress.NONE)
                .path();

        for (String path : List.of(raw, copy, rig().overlay(copy))) {
            try (VirtualDisk disk = volumes().open(path)) {
                byte[] block = new byte[64 << 10];
                assertThat(disk.size()).isEqualTo(bytes.length);
                disk.read(0, block, block.length);
                assertThat(block).isEqualTo(Arrays.copyOf(noise, block.length));
                disk.read(192 << 10, block, block.length);
                assertThat(block).isEqualTo(Arrays.copyOfRange(bytes, 192 << 10, 256 << 10));
                assertThat(disk.isHole(0, block.length)).isFalse();
                disk.read(512 << 10, block, block.length);
                assertThat(block).containsOnly(0);
            }
        }
        try (VirtualDisk disk = volumes().open(rig().overlay(rig().image()))) {
            assertThat(disk.isHole(0, 64 << 10)).isTrue();
            assertThat(disk.size()).isEqualTo(Rig.CAPACITY);
        }
    }

    private boolean protectsLayers() {
        return rig().hypervisor.host().facts().capabilities().contains(Capability.PROTECT_LAYERS);
    }

    @Test
    default void putsAFileInThePlaceOfAnother() {
        byte[] bytes = noise(1 << 20);
        String raw = upload("raw", bytes, Progress.NONE).path();
        String good = volumes()
                .copy(rig().unique("good") + ".qcow2", raw, "qcow2", Progress.NONE)
                .path();
        String again = volumes()
                .copy(rig().unique("again") + ".qcow2", raw, "qcow2", Progress.NONE)
                .path();
        String damaged = rig().image();
        String child = rig().overlay(damaged);
        volumes().protect(damaged, true);
        FileLook before = volumes().find(damaged).orElseThrow().look();
        FileLook put = volumes().find(good).orElseThrow().look();
        assertThat(before.inode().isPresent()).isEqualTo(protectsLayers());

        volumes().replace(damaged, good);

        FileLook after = volumes().find(damaged).orElseThrow().look();
        assertThat(after.isLike(before)).isFalse();
        assertThat(after.length()).isEqualTo(put.length()).isPresent();
        assertThat(volumes().list())
                .filteredOn(v -> v.path().equals(damaged))
                .extracting(Volume::look)
                .containsExactly(after);
        assertThat(volumes().find(good)).isEmpty();
        assertThat(volumes().list()).extracting(Volume::path).contains(damaged).doesNotContain(good);
        byte[] block = new byte[64 << 10];
        try (VirtualDisk disk = volumes().open(damaged)) {
            disk.read(0, block, block.length);
            assertThat(block).isEqualTo(Arrays.copyOf(bytes, block.length));
        }
        assertThat(volumes().find(child).orElseThrow().backing()).contains(damaged);
        volumes().delete(damaged);
        volumes().replace(damaged, again);
        assertThat(volumes().find(damaged)).isPresent();
        assertRefused(Kind.NOT_FOUND, () -> volumes().replace(damaged, again));
    }

    @Test
    default void opensNothingWhereSomethingIsMissing() {
        String base = rig().image();
        String overlay = rig().overlay(base);
        volumes().delete(base);

        assertRefused(Kind.FAILED, () -> volumes().open(overlay));
        assertRefused(Kind.NOT_FOUND, () -> volumes().open(rig().nowhere()));
    }

    @Test
    default void tellsTheDigestOfAFilesBytes() throws NoSuchAlgorithmException {
        byte[] bytes = noise((1 << 20) + 3);
        String path = upload("raw", bytes, Progress.NONE).path();
        Recorder recorder = new Recorder(false);

        String digest = volumes().digest(path, recorder);

        byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(digest).isEqualTo(HexFormat.of().formatHex(expected));
        assertThat(recorder.fractions).isNotEmpty().endsWith(1.0);
        assertRefused(Kind.CANCELLED, () -> volumes().digest(path, new Recorder(true)));
        assertRefused(Kind.NOT_FOUND, () -> volumes().digest(rig().nowhere(), Progress.NONE));
    }

    @Test
    default void readsNothingThatIsNotThere() {
        assertRefused(Kind.NOT_FOUND, () -> volumes().read(rig().nowhere(), 0, 10));
    }

    @Test
    default void seesWhatAnUploadedImageStandsOn() {
        String base = rig().image();
        byte[] image = Qcow2.image(Rig.CAPACITY, Optional.of(base));

        Volume volume = upload("qcow2", image, Progress.NONE);

        assertThat(volume.backing()).contains(base);
        assertThat(volume.format()).isEqualTo("qcow2");
    }

    @Test
    default void tellsHowFarAnUploadIs() {
        Recorder recorder = new Recorder(false);

        upload("raw", noise(1 << 20), recorder);

        assertThat(recorder.fractions).isNotEmpty().allMatch(f -> f <= 1);
    }

    @Test
    default void cancelsAnUpload() {
        assertRefused(Kind.CANCELLED, () -> upload("raw", noise(1 << 20), new Recorder(true)));
    }

    @Test
    default void copiesWhatAGuestWouldSee() {
        byte[] bytes = noise(1 << 20);
        Volume base = upload("raw", bytes, Progress.NONE);
        String overlay = volumes().createOverlay(rig().unique("overlay") + ".qcow2", base.path(), "raw");

        Volume copy = volumes().copy(rig().unique("flat") + ".img", overlay, "raw", Progress.NONE);

        assertThat(copy.backing()).isEmpty();
        assertThat(copy.format()).isEqualTo("raw");
        assertThat(copy.capacity())
                .isEqualTo(volumes().find(overlay).orElseThrow().capacity());
        assertThat(volumes().read(copy.path(), 0, bytes.length)).isEqualTo(bytes);
    }

    @Test
    default void copiesIntoAnImageThatStandsOnNothing() {
        String overlay = rig().overlay(rig().image());

        Volume copy = volumes().copy(rig().unique("flat") + ".qcow2", overlay, "qcow2", Progress.NONE);

        assertThat(copy.backing()).isEmpty();
        assertThat(copy.format()).isEqualTo("qcow2");
        assertThat(copy.capacity()).isEqualTo(Rig.CAPACITY);
        assertThat(volumes().find(copy.path())).contains(copy);
    }

    @Test
    default void refusesToCopyOntoATakenName() {
        Volume there = volumes().create(rig().unique("taken") + ".qcow2", Rig.CAPACITY);

        assertRefused(Kind.EXISTS, () -> volumes().copy(there.name(), rig().image(), "qcow2", Progress.NONE));

        assertThat(volumes().find(there.path())).contains(there);
    }

    @Test
    default void refusesToCopyWhatIsNotThere() {
        String name = rig().unique("copy") + ".qcow2";

        assertRefused(Kind.NOT_FOUND, () -> volumes().copy(name, rig().nowhere(), "qcow2", Progress.NONE));

        assertThat(volumes().find(volumes().pathOf(name))).isEmpty();
    }

    @Test
    default void leavesNothingOfACancelledCopy() {
        String name = rig().unique("cancelled") + ".qcow2";
        String source = rig().image();

        assertRefused(Kind.CANCELLED, () -> volumes().copy(name, source, "qcow2", new Recorder(true)));

        await().atMost(Contract.PATIENCE)
                .until(() -> volumes().find(volumes().pathOf(name)).isEmpty());
    }

    @Test
    default void offersAFileOfThisComputer() {
        try {
            Path file = Files.createTempFile("offered", ".iso");
            try {
                Files.write(file, noise(4096));

                String path = volumes().offer(file, rig().unique("offered") + ".iso", Progress.NONE);

                assertThat(path).startsWith("/").endsWith(".iso");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes what is reported. */
    final class Recorder implements Progress {
        final List<Double> fractions = new ArrayList<>();
        private final boolean cancelled;

        Recorder(boolean cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public void report(double fraction, String doing) {
            fractions.add(fraction);
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
