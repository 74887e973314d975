package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises of {@link Volumes} about making and removing. */
interface VolumesContract extends Contract {
    private Volumes volumes() {
        return rig().hypervisor.volumes();
    }

    @Test
    default void makesItsOwnPoolAtFirstNeed() {
        Pool pool = volumes().ownPool();

        assertThat(pool.name()).isEqualTo(Volumes.POOL);
        assertThat(pool.active()).isTrue();
        assertThat(pool.free()).isPositive();
        assertThat(volumes().pools()).extracting(Pool::name).containsOnlyOnce(Volumes.POOL);
        assertThat(volumes().ownPool().path()).isEqualTo(pool.path());
    }

    @Test
    default void tellsHowMuchRoomThereIs() {
        assertThat(volumes().free(volumes().ownPool())).isPositive();
        assertThat(volumes().free(new Pool("nobody’s", "", true, 1))).isZero();
    }

    @Test
    default void knowsWhereAVolumeIsOrWouldBe() {
        assertThat(volumes().pathOf("some.qcow2")).isEqualTo(volumes().ownPool().path() + "/some.qcow2");
        assertThat(volumes().create("some.qcow2", Rig.CAPACITY).path())
                .isEqualTo(volumes().pathOf("some.qcow2"));
    }

    @Test
    default void makesAnEmptyImage() {
        String name = rig().unique("empty") + ".qcow2";

        Volume volume = volumes().create(name, Rig.CAPACITY);

        assertThat(volume.name()).isEqualTo(name);
        assertThat(volume.pool()).isEqualTo(Volumes.POOL);
        assertThat(volume.format()).isEqualTo("qcow2");
        assertThat(volume.capacity()).isEqualTo(Rig.CAPACITY);
        assertThat(volume.allocation()).isLessThan(Rig.CAPACITY / 4);
        assertThat(volume.backing()).isEmpty();
        assertThat(volumes().find(volume.path())).contains(volume);
        assertThat(volumes().list()).contains(volume);
    }

    @Test
    default void overwritesAVolumeWithZeros() {
        byte[] secret = "a secret ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        String path = volumes()
                .upload(
                        rig().unique("secret") + ".img",
                        "raw",
                        secret.length,
                        new ByteArrayInputStream(secret),
                        Progress.NONE)
                .path();

        volumes().wipe(path);

        assertThat(volumes().read(path, 0, secret.length)).isEqualTo(new byte[secret.length]);
        volumes().delete(path);
        assertRefused(Kind.NOT_FOUND, () -> volumes().wipe(path));
    }

    @Test
    default void refusesATakenName() {
        String name = rig().unique("taken") + ".qcow2";
        Volume there = volumes().create(name, Rig.CAPACITY);

        assertRefused(Kind.EXISTS, () -> volumes().create(name, Rig.CAPACITY));
        assertRefused(Kind.EXISTS, () -> volumes().createOverlay(name, rig().image(), "qcow2"));
        assertThat(volumes().find(there.path())).contains(there);
    }

    @Test
    default void makesAnOverlayOfTheSameCapacity() {
        String base = rig().image();

        String name = rig().unique("overlay") + ".qcow2";

        String path = volumes().createOverlay(name, base, "qcow2");

        assertThat(path).isEqualTo(volumes().pathOf(name));
        Volume overlay = volumes().find(path).orElseThrow();
        assertThat(overlay.backing()).contains(base);
        assertThat(overlay.capacity()).isEqualTo(Rig.CAPACITY);
        assertThat(overlay.format()).isEqualTo("qcow2");
        assertThat(volumes().list()).contains(overlay);
    }

    @Test
    default void makesSeveralOverlaysAtTheSameTime() {
        String base = rig().image();
        List<String> names = IntStream.range(0, 6)
                .mapToObj(i -> rig().unique("beside") + ".qcow2")
                .toList();

        List<CompletableFuture<String>> all = names.stream()
                .map(name -> CompletableFuture.supplyAsync(() -> volumes().createOverlay(name, base, "qcow2")))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join))
                .allSatisfy(path ->
                        assertThat(volumes().find(path).orElseThrow().backing()).contains(base));
    }

    @Test
    default void makesAnOverlayOnAnImageThatAMachineWritesTo() {
        MachineId id = rig().running();

        String overlay = volumes().createOverlay(rig().unique("overlay") + ".qcow2", rig().present(id), "qcow2");

        assertThat(volumes().find(overlay).orElseThrow().backing()).contains(rig().present(id));
    }

    @Test
    default void makesNoOverlayOnNothing() {
        assertRefused(
                Kind.NOT_FOUND,
                () -> volumes().createOverlay(rig().unique("overlay") + ".qcow2", rig().nowhere(), "qcow2"));
    }

    @Test
    default void findsNothingWhereNothingIs() {
        assertThat(volumes().find(rig().nowhere())).isEmpty();
        assertThat(volumes().find("/no/such/folder/x.qcow2")).isEmpty();
    }

    @Test
    default void seesAnImageInNoPoolAndLeavesNoPoolBehind() {
        String layer = rig().image();
        String outside = outside(layer);
        List<Pool> pools = volumes().pools();

        Volume seen = volumes().findOutside(outside).orElseThrow();

        assertThat(seen.path()).isEqualTo(outside);
        assertThat(seen.pool()).isEmpty();
        assertThat(seen.format()).isEqualTo("qcow2");
        assertThat(seen.backing()).contains(layer);
        assertThat(volumes().find(outside)).isEmpty();
        assertThat(volumes().pools())
                .extracting(Pool::name)
                .containsExactlyInAnyOrderElementsOf(
                        pools.stream().map(Pool::name).toList());
    }

    @Test
    default void seesNothingOutsideWhereNothingIs() {
        assertThat(volumes().findOutside("/no/such/folder/x.qcow2")).isEmpty();
        assertThat(volumes().findOutside(outside(rig().image()) + ".other")).isEmpty();
        assertThat(volumes().findOutside("nbd:export")).isEmpty();
    }

    @Test
    default void removesAVolumeOnce() {
        String path = rig().image();

        volumes().delete(path);

        assertThat(volumes().find(path)).isEmpty();
        assertThat(volumes().list()).extracting(Volume::path).doesNotContain(path);
        assertRefused(Kind.NOT_FOUND, () -> volumes().delete(path));
    }

    @Test
    default void removesWhatOthersStandOnWithoutAWord() {
        String base = rig().image();
        String overlay = rig().overlay(base);

        volumes().delete(base);

        assertThat(volumes().find(overlay).orElseThrow().backing()).contains(base);
    }

    @Test
    default void letsNobodyWriteToAProtectedImage() {
        assumeTrue(rig().hypervisor.host().facts().capabilities().contains(Capability.PROTECT_LAYERS));
        MachineId id = rig().off();
        volumes().protect(rig().present(id), true);

        assertFails(() -> rig().hypervisor.power().start(id));

        volumes().protect(rig().present(id), false);
        rig().hypervisor.power().start(id);
        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void letsMachinesStandOnAProtectedImage() {
        MachineId id = rig().off();
        String layer = rig().present(id);
        rig().snapshot(id, "protected");

        volumes().protect(layer, true);

        assertThatCode(() -> rig().hypervisor.power().start(id)).doesNotThrowAnyException();
    }

    @Test
    default void removesAProtectedImage() {
        String path = rig().image();
        volumes().protect(path, true);

        volumes().delete(path);

        assertThat(volumes().find(path)).isEmpty();
    }
}
