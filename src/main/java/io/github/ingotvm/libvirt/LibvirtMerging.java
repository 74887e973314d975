package io.github.ingotvm.libvirt;

import com.sun.jna.NativeLong;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Merging;
import io.github.ingotvm.libvirt.xml.DomainReader;
import io.github.ingotvm.libvirt.xml.HelperXml;
import io.github.ingotvm.libvirt.xml.VolumePaths;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;

/**
 * Merging by libvirt's block jobs. They need a machine: an image that nobody uses is held open by a helper that is paused before its first
 * instruction and goes away with this connection, whatever becomes of this process.
 */
final class LibvirtMerging implements Merging {
    private static final int START_PAUSED = 1;
    private static final int START_AUTODESTROY = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Connection connection;
    private final LibvirtHost host;
    private final LibvirtVolumes volumes;

    LibvirtMerging(Connection connection, LibvirtHost host, LibvirtVolumes volumes) {
        this.connection = connection;
        this.host = host;
        this.volumes = volumes;
    }

    @Override
    public void pull(String image, Optional<String> base, Progress progress) {
        Cancellation.check(progress);
        Volume volume = requireVolume(image);
        if (volume.backing().equals(base)) {
            return;
        }
        awaitNoHelper(image, progress);
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            DomainPointer created = Errors.check(
                    Virt.X.virDomainCreateXML(lease.get(), helper(image), START_PAUSED | START_AUTODESTROY),
                    "open " + image);
            try (Dom dom = new Dom(created)) {
                try {
                    pull(dom, HelperXml.TARGET, base, progress);
                } finally {
                    Virt.X.virDomainDestroyFlags(dom.pointer(), 0);
                }
            }
        }
        requireStandsOn(image, base);
    }

    /** That of an Ingot that died goes with its connection, but holds the image until its QEMU has ended: a second or two. */
    private void awaitNoHelper(String image, Progress progress) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Optional<Dom> left = leftOver(image); left.isPresent(); left = leftOver(image)) {
            left.get().close();
            Cancellation.check(progress);
            if (System.nanoTime() > end) {
                throw new HypervisorException(
                        Kind.WRONG_STATE,
                        "Another Ingot merges layers into " + image + "; wait until it has ended, and try again.");
            }
            progress.report(-1, "Waiting for what held the image");
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private Optional<Dom> leftOver(String image) {
        return Dom.find(connection, HelperXml.id(image));
    }

    private String helper(String image) {
        try {
            return HelperXml.compose(image, host.devices(Acceleration.TCG), false);
        } catch (HypervisorException e) {
            if (e.kind() != Kind.UNSUPPORTED) {
                throw e;
            }
            return HelperXml.compose(image, host.devices(Acceleration.KVM), true);
        }
    }

    @Override
    public void pull(MachineId id, String target, Optional<String> base, Progress progress) {
        Cancellation.check(progress);
        String image;
        try (Dom dom = Dom.of(connection, id)) {
            if (!dom.isActive()) {
                throw dom.wrongState("“" + dom.name() + "” is not running; merge its images as they are.");
            }
            image = image(dom, target);
            if (requireVolume(image).backing().equals(base)) {
                return;
            }
            pull(dom, target, base, progress);
        }
        requireStandsOn(image, base);
    }

    /** libvirt's commit of layers in the middle of a chain. */
    @Override
    public void push(MachineId id, String target, String top, String into, Progress progress) {
        Cancellation.check(progress);
        String above;
        try (Dom dom = Dom.of(connection, id)) {
            if (!dom.isActive()) {
                throw dom.wrongState("“" + dom.name() + "” is not running; merge its images as they are.");
            }
            above = requireAbove(image(dom, target), top, into);
            dom.check(
                    Virt.X.virDomainBlockCommit(dom.pointer(), target, into, top, new NativeLong(0), 0),
                    "merge the layers of");
            new BlockJob(dom, target).await(progress);
        }
        requireStandsOn(above, Optional.of(into));
    }

    /** The image of the chain that stands on the top of what is merged. */
    private String requireAbove(String image, String top, String into) {
        List<String> chain = new ArrayList<>();
        Optional<String> next = Optional.of(image);
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = requireVolume(next.get()).backing();
        }
        int place = chain.indexOf(top);
        if (place < 1 || chain.indexOf(into) <= place) {
            throw new HypervisorException(
                    Kind.INVALID, into + " is not below " + top + " under " + image + "; choose layers of its chain.");
        }
        return chain.get(place - 1);
    }

    private static String image(Dom dom, String target) {
        return DomainReader.of(new Definition(dom.xml(0)), VolumePaths.NONE).hardware().disks().stream()
                .filter(d -> d.target().equals(target))
                .flatMap(d -> d.source().stream())
                .findFirst()
                .orElseThrow(() -> new HypervisorException(
                        Kind.NOT_FOUND, "“" + dom.name() + "” has no drive " + target + "; look at its disks."));
    }

    private static void pull(Dom dom, String target, Optional<String> base, Progress progress) {
        dom.check(
                Virt.X.virDomainBlockRebase(dom.pointer(), target, base.orElse(null), new NativeLong(0), 0),
                "merge the layers of");
        new BlockJob(dom, target).await(progress);
    }

    private Volume requireVolume(String image) {
        return volumes.findAnew(image)
                .orElseThrow(() -> new HypervisorException(
                        Kind.NOT_FOUND, "There is no volume at " + image + "; look at what is there with Check."));
    }

    /** A job that failed ends like one that succeeded; what it did is in the image. */
    private void requireStandsOn(String image, Optional<String> base) {
        Volume now = requireVolume(image);
        if (now.backing().equals(base)) {
            return;
        }
        long free = volumes.pools().stream()
                .filter(p -> p.name().equals(now.pool()))
                .mapToLong(Pool::free)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        throw free < Pools.ROOM
                ? new HypervisorException(
                        Kind.NO_SPACE,
                        "The disk became full while layers were merged into " + image
                                + "; nothing is lost, free some space and try again.")
                : new HypervisorException(
                        Kind.FAILED,
                        "The layers below " + image + " were not merged; nothing is lost, the log of QEMU says more.");
    }
}
