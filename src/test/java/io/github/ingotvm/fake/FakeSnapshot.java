package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Snapshots;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A snapshot as the fake host keeps it.
 *
 * @param inside for an internal one: what each drive's image contained
 */
record FakeSnapshot(
        SnapshotId id,
        String name,
        String note,
        Instant created,
        Optional<SnapshotId> parent,
        Snapshot.Kind kind,
        Snapshot.Consistency consistency,
        Optional<String> memory,
        Definition definition,
        Hardware hardware,
        Map<String, Map<String, String>> inside) {
    FakeSnapshot described(String newName, String newNote) {
        return new FakeSnapshot(
                id, newName, newNote, created, parent, kind, consistency, memory, definition, hardware, inside);
    }

    FakeSnapshot under(Optional<SnapshotId> newParent) {
        return new FakeSnapshot(
                id, name, note, created, newParent, kind, consistency, memory, definition, hardware, inside);
    }

    FakeSnapshot adopted(Snapshots.Adoption adoption, String domain) {
        FakeDocument document = FakeDocument.parse(definition);
        FakeDefinitions.become(document, adoption.identity());
        document.set("name", domain);
        return new FakeSnapshot(
                id,
                adoption.name(),
                note,
                created,
                adoption.parent(),
                kind,
                consistency == Snapshot.Consistency.MEMORY ? Snapshot.Consistency.CRASH_CONSISTENT : consistency,
                Optional.empty(),
                document.print(),
                document.hardware(),
                inside);
    }

    FakeSnapshot relocated(String image, String to) {
        FakeDocument document = FakeDocument.parse(definition);
        hardware.disks().stream()
                .filter(d -> d.source().equals(Optional.of(image)))
                .forEach(d -> document.disk(d.target(), to));
        return new FakeSnapshot(
                id,
                name,
                note,
                created,
                parent,
                kind,
                consistency,
                memory,
                document.print(),
                document.hardware(),
                inside);
    }

    Snapshot view(boolean current) {
        return new Snapshot(id, name, note, created, parent, current, kind, consistency, memory, definition, hardware);
    }
}
