package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Chains of images: what a guest sees through them, and QEMU's locks on them. */
final class FakeImages {
    private static final int LONGEST_CHAIN = 200;

    private final FakeState state;

    FakeImages(FakeState state) {
        this.state = state;
    }

    /** From the image down to its base. {@code FAILED} when something is missing. */
    List<FakeFile> chain(String path) {
        List<FakeFile> chain = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            FakeFile file = state.files.get(next.get());
            if (file == null) {
                throw new HypervisorException(
                        Kind.FAILED,
                        "Cannot access storage file " + next.get() + "; restore it or remove what needs it.");
            }
            chain.add(file);
            if (chain.size() > LONGEST_CHAIN) {
                throw new HypervisorException(
                        Kind.FAILED, "The chain of " + path + " has more than 200 layers; compact it.");
            }
            next = file.backing;
        }
        return chain;
    }

    /** What a guest sees. */
    Map<String, String> content(String path) {
        Map<String, String> content = new TreeMap<>();
        chain(path).forEach(file -> file.writes.forEach(content::putIfAbsent));
        return content;
    }

    /** Opens the images of a machine that starts. */
    void open(FakeMachine machine, FakeDocument document) {
        Set<String> written = new HashSet<>();
        Set<String> read = new HashSet<>();
        for (Disk disk : document.disks()) {
            disk.source().ifPresent(path -> {
                List<FakeFile> chain = chain(path);
                if (disk.isWritableDisk()) {
                    requireWritable(chain.get(0));
                    written.add(path);
                }
                chain.stream().skip(disk.isWritableDisk() ? 1 : 0).forEach(f -> read.add(f.path));
            });
        }
        document.get("nvram").filter(state.files::containsKey).ifPresent(p -> requireWritable(state.file(p)));
        for (FakeMachine other : state.machines.values()) {
            if (other != machine && other.isActive()) {
                requireApart(written, read, other.now());
            }
        }
        // QEMU marks an image that it opens for writing, even when the guest never writes.
        written.forEach(path -> state.file(path).stamp = state.tick());
    }

    private static void requireWritable(FakeFile file) {
        if (file.readOnly) {
            throw new HypervisorException(
                    Kind.DENIED, "Could not open " + file.path + " for writing; it is read-only.");
        }
    }

    private void requireApart(Set<String> written, Set<String> read, FakeDocument other) {
        for (Disk disk : other.disks()) {
            disk.source().ifPresent(path -> {
                List<FakeFile> chain = safeChain(path);
                boolean clash = chain.stream().anyMatch(f -> written.contains(f.path))
                        || (disk.isWritableDisk() && read.contains(path));
                if (clash) {
                    throw new HypervisorException(
                            Kind.FAILED, "Failed to get a lock on an image of " + path + "; stop the other machine.");
                }
            });
        }
    }

    private List<FakeFile> safeChain(String path) {
        try {
            return chain(path);
        } catch (HypervisorException e) {
            return List.of();
        }
    }

    /** Whether a running machine writes to this image. */
    boolean isWritten(String path) {
        return state.machines.values().stream()
                .filter(FakeMachine::isActive)
                .flatMap(m -> m.now().disks().stream())
                .anyMatch(d -> d.isWritableDisk() && d.source().equals(Optional.of(path)));
    }
}
