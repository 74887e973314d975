package io.github.ingotvm.libvirt.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.Snapshots.SnapshotRequest;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Snapshot.Consistency;
import io.github.ingotvm.model.SnapshotId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotXmlTest {
    @Test
    void asksForASnapshotWithMemory() {
        SnapshotRequest request = new SnapshotRequest(
                new SnapshotId("a.1"),
                "Before <the> \"update\"",
                "line 1\nline 2",
                Map.of("vda", "/pool/a'b.qcow2", "vdb", "/pool/c.qcow2"),
                Optional.of("/pool/a&b.mem"),
                false);

        Golden.assertMatches(
                "snapshot-with-memory", SnapshotXml.compose(request, Consistency.MEMORY, List.of("vda", "vdb", "sda")));
    }

    @Test
    void readsItsOwnSnapshotsAndTakesThePersistentDefinition() {
        Snapshot snapshot = SnapshotXml.read(Golden.input("snapshot-live"), true, VolumePaths.NONE);

        assertThat(snapshot.id()).isEqualTo(new SnapshotId("before-update.4f2a"));
        assertThat(snapshot.name()).isEqualTo("Before the \"update\" <1> 更新");
        assertThat(snapshot.note()).isEqualTo("first line\nsecond line");
        assertThat(snapshot.created()).isEqualTo(Instant.ofEpochSecond(1795415006));
        assertThat(snapshot.parent()).contains(new SnapshotId("just-installed.11aa"));
        assertThat(snapshot.current()).isTrue();
        assertThat(snapshot.kind()).isEqualTo(Snapshot.Kind.EXTERNAL);
        assertThat(snapshot.consistency()).isEqualTo(Consistency.CRASH_CONSISTENT);
        assertThat(snapshot.definition().document()).startsWith("<domain ").doesNotContain("alias", "index=");
        assertThat(snapshot.hardware().writableDisks().get(0).source()).contains("/pool/web-2.qcow2");
    }

    @Test
    void readsSnapshotsOfOtherTools() {
        Snapshot snapshot = SnapshotXml.read(Golden.input("snapshot-virt-manager"), false, VolumePaths.NONE);

        assertThat(snapshot.name()).isEqualTo("snapshot1");
        assertThat(snapshot.note()).isEqualTo("Made by hand,\nin two lines");
        assertThat(snapshot.kind()).isEqualTo(Snapshot.Kind.INTERNAL);
        assertThat(snapshot.consistency()).isEqualTo(Consistency.OFF);
        assertThat(snapshot.parent()).isEmpty();
    }

    @Test
    void describesASnapshotAnewAndKeepsTheRest() {
        Golden.assertMatches(
                "snapshot-described", SnapshotXml.describe(Golden.input("snapshot-live"), "New & <name>", "a note"));
    }

    @Test
    void makesTheDescriptionOfAnotherToolItsOwnWhenItIsDescribed() {
        String xml = SnapshotXml.describe(Golden.input("snapshot-virt-manager"), "Mine", "");

        Snapshot snapshot = SnapshotXml.read(xml, false, VolumePaths.NONE);

        assertThat(snapshot.name()).isEqualTo("Mine");
        assertThat(snapshot.note()).isEmpty();
        assertThat(snapshot.consistency()).isEqualTo(Consistency.OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "\n",
                "a\n\nb\n",
                "-- ingot: consistency=off",
                "  spaces  ",
                "\n\n-- ingot: consistency=off\n"
            })
    void keepsEveryNote(String note) {
        SnapshotText text = new SnapshotText("A name", note, Consistency.QUIESCED);

        assertThat(SnapshotText.read(text.write())).contains(text);
    }
}
