package io.github.ingotvm.service.golden;

import io.github.ingotvm.hypervisor.DefinitionEdit.Identity;
import io.github.ingotvm.hypervisor.Snapshots.Adoption;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Scan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Promotes a snapshot of one machine, as a rule a clone, to the next version of another one's golden image.
 *
 * <p>The order: the image's machine gets a record of the snapshot (one more snapshot that nothing speaks of, should it end there); then
 * <b>its mark</b> names it as a version; then the clone, which stands on it, is said to have come from that version. Its own record of the
 * snapshot stays, and both may go independently: the layers stay for as long as one of them is there.
 */
final class NextVersion {
    private static final Logger LOG = LoggerFactory.getLogger(NextVersion.class);

    private final Context context;
    private final GoldenImages images;

    NextVersion(Context context, GoldenImages images) {
        this.context = context;
        this.images = images;
    }

    GoldenVersion promote(
            MachineId image, MachineId from, SnapshotId snapshot, String note, Map<String, DiskRole> roles) {
        return both(image, from, () -> {
            VirtualMachine holder = context.inventory().require(image);
            VirtualMachine source = context.inventory().requireMachine(from);
            Snapshot promoted = context.inventory().require(from, snapshot);
            GoldenImages.requirePromotable(holder, promoted);
            requireSameFirmware(holder, promoted);
            // Also finds out what is missing, before anything is written.
            images.requireUnchanged(source, images.sealable(promoted));
            Snapshot adopted = context.hypervisor()
                    .snapshots()
                    .find(image, snapshot)
                    .orElseGet(() -> adopt(holder, source, promoted));
            GoldenVersion version = images.mark(holder, adopted, note, roles);
            follow(source, holder, adopted, version);
            return version;
        });
    }

    /** Always in the same order, so that two of these never wait for each other. */
    private <T> T both(MachineId one, MachineId other, Supplier<T> work) {
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        MachineId first = inOrder ? one : other;
        MachineId second = inOrder ? other : one;
        return context.lock().onMachine(first, () -> context.lock().onMachine(second, work));
    }

    private void requireSameFirmware(VirtualMachine holder, Snapshot promoted) {
        SnapshotId current = GoldenImages.requireCurrent(holder).snapshot();
        boolean other = context.hypervisor()
                .snapshots()
                .find(holder.id(), current)
                .filter(s -> s.hardware().firmware() != promoted.hardware().firmware())
                .isPresent();
        if (other) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    "\"" + promoted.name() + "\" starts with other firmware than the versions of " + holder.goldenName()
                            + ", so clones could not follow; promote it to an image of its own.");
        }
    }

    private Snapshot adopt(VirtualMachine holder, VirtualMachine source, Snapshot snapshot) {
        List<String> macs = snapshot.hardware().nics().stream()
                .map(nic -> context.ids().mac())
                .toList();
        Set<SnapshotId> known = context.inventory().snapshots(holder.id()).stream()
                .map(Snapshot::id)
                .collect(Collectors.toSet());
        Optional<SnapshotId> parent =
                holder.currentGolden().map(GoldenVersion::snapshot).filter(known::contains);
        Identity identity = new Identity(holder.id(), macs, context.ids().uuid().toString());
        return context.hypervisor()
                .snapshots()
                .adopt(
                        holder.id(),
                        new Adoption(source.id(), snapshot.id(), freeName(holder, source, snapshot), parent, identity));
    }

    private String freeName(VirtualMachine holder, VirtualMachine source, Snapshot snapshot) {
        Set<String> taken = context.inventory().snapshots(holder.id()).stream()
                .map(Snapshot::name)
                .collect(Collectors.toSet());
        String name = snapshot.name();
        for (int n = 1; taken.contains(name); n++) {
            name = snapshot.name() + " (" + source.displayName() + (n == 1 ? "" : " " + n) + ")";
        }
        return name;
    }

    private boolean standsOn(VirtualMachine machine, Snapshot snapshot) {
        LayerGraph graph = new LayerGraph(Scan.of(context.hypervisor()));
        return NamedFiles.writableRoots(machine).stream()
                .anyMatch(image -> snapshot.hardware().writableDisks().stream()
                        .flatMap(d -> d.source().stream())
                        .anyMatch(graph.chain(image)::contains));
    }

    /** A clone of the image that went on from there is up to date. */
    private void follow(VirtualMachine source, VirtualMachine holder, Snapshot adopted, GoldenVersion version) {
        boolean follows = source.mark()
                .lineage()
                .filter(l -> l.linked() && l.source().equals(holder.id()))
                .isPresent();
        if (!follows || !standsOn(source, adopted)) {
            return;
        }
        Lineage lineage = new Lineage(
                holder.id(),
                holder.displayName(),
                adopted.id(),
                adopted.name(),
                OptionalInt.of(version.number()),
                true);
        try {
            context.hypervisor().machines().setMark(source.id(), source.mark().with(lineage));
        } catch (IngotException e) {
            LOG.warn("{} is shown as behind until it is updated", source.displayName(), e);
        }
    }
}
