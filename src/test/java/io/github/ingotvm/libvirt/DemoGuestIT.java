package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.hypervisor.Power.SerialLine;
import io.github.ingotvm.hypervisor.Power.StopReason;
import io.github.ingotvm.hypervisor.Snapshots.SnapshotRequest;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Picture;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The adapter with a guest that talks: what a machine holds is what the guest says it does. */
@ExtendWith(PrivateLibvirtExtension.class)
class DemoGuestIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final MachineId ID = new MachineId(UUID.randomUUID());

    private final PrivateLibvirt libvirt;
    private final Hypervisor hypervisor;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    DemoGuestIT(PrivateLibvirt libvirt) {
        this.libvirt = libvirt;
        this.hypervisor = libvirt.connect();
    }

    @AfterEach
    void removeEverything() {
        hypervisor.power().destroy(ID);
        hypervisor.machines().undefine(ID);
        hypervisor.volumes().list().forEach(v -> hypervisor.volumes().delete(v.path()));
        hypervisor.close();
    }

    @Test
    void installsTalksAndGoesOnFromItsKeptMemory() throws IOException {
        install();
        assertThat(hypervisor.power().lastStop(ID)).isEqualTo(StopReason.GUEST);
        hypervisor.power().start(ID);
        Snapshot snapshot;
        try (SerialLine line = listen()) {
            awaitSaid("boots=1");
            line.send("em".getBytes(StandardCharsets.US_ASCII));
            awaitSaid("edits=1 ram=1");
            assertIsColourful(hypervisor.screens().capture(ID).orElseThrow());
            snapshot = keepMemory();
            line.send("m".getBytes(StandardCharsets.US_ASCII));
            awaitSaid("ram=2");
        }
        hypervisor.power().shutdown(ID);
        awaitOff();
        assertThat(hypervisor.power().lastStop(ID)).isEqualTo(StopReason.GUEST);

        said.reset();
        String layer = snapshot.hardware().writableDisks().get(0).source().orElseThrow();
        hypervisor.power().restore(ID, snapshot.memory().orElseThrow(), Map.of("vda", overlay(layer)));

        try (SerialLine line = listen()) {
            assertThat(line.isOpen()).isTrue();
            awaitSaid("boots=1 edits=1 ram=1");
        }
    }

    private void install() throws IOException {
        String disk = hypervisor.volumes().create("demo.qcow2", 1L << 30).path();
        hypervisor
                .machines()
                .define(hypervisor
                        .definitions()
                        .compose(new MachineSpec(
                                ID,
                                "demo",
                                "",
                                64L << 20,
                                1,
                                MachineSpec.Boot.BIOS,
                                Acceleration.TCG,
                                List.of(disk),
                                List.of(medium()),
                                GuestHardware.MODERN,
                                OnReboot.DESTROY,
                                Mark.NONE)));
        hypervisor.power().start(ID);
        awaitOff();
        hypervisor
                .machines()
                .define(hypervisor
                        .definitions()
                        .edit(
                                hypervisor.machines().find(ID).orElseThrow().definition(),
                                DefinitionEdit.NONE.withoutMedia().onReboot(OnReboot.RESTART)));
    }

    private String medium() throws IOException {
        Path file = libvirt.shared().resolve("ingot-demo.iso");
        try (InputStream iso = Objects.requireNonNull(
                DemoGuestIT.class.getResourceAsStream("/io/github/ingotvm/guest/ingot-demo.iso"))) {
            Files.copy(iso, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return hypervisor.volumes().offer(file, "ingot-demo.iso", Progress.NONE);
    }

    private Snapshot keepMemory() {
        String present = hypervisor
                .machines()
                .find(ID)
                .orElseThrow()
                .present()
                .writableDisks()
                .get(0)
                .source()
                .orElseThrow();
        SnapshotRequest request = new SnapshotRequest(
                new SnapshotId("kept"),
                "Kept",
                "",
                Map.of("vda", overlay(present)),
                Optional.of(hypervisor.volumes().pathOf("kept.mem")),
                false);
        hypervisor.snapshots().create(ID, request);
        return hypervisor.snapshots().list(ID).get(0);
    }

    private String overlay(String backing) {
        return hypervisor.volumes().createOverlay(UUID.randomUUID() + ".qcow2", backing, "qcow2");
    }

    private SerialLine listen() {
        return hypervisor.power().serial(ID, said::writeBytes);
    }

    private void awaitSaid(String words) {
        await().atMost(PATIENCE)
                .until(() -> said.toString(StandardCharsets.US_ASCII).contains(words));
    }

    private void awaitOff() {
        await().atMost(PATIENCE)
                .until(() -> hypervisor.machines().find(ID).orElseThrow().state() == PowerState.OFF);
    }

    private static void assertIsColourful(Picture picture) {
        assertThat(picture.width()).isGreaterThan(300);
        assertThat(Arrays.stream(picture.argb()).distinct().count()).isGreaterThan(3);
    }
}
