package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Merging;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import java.util.List;
import java.util.Optional;

/** Merges layers in memory. */
final class FakeMerging implements Merging {
    private final FakeConnection connection;
    private final FakeState state;
    private final FakeImages images;

    FakeMerging(FakeConnection connection) {
        this.connection = connection;
        this.state = connection.state;
        this.images = new FakeImages(state);
    }

    @Override
    public void pull(String image, Optional<String> base, Progress progress) {
        progress.report(0, "Merging layers");
        connection.run(() -> {
            FakeFile file = requireFile(image);
            if (file.backing.equals(base)) {
                return;
            }
            if (isOpen(image)) {
                throw new HypervisorException(
                        Kind.IN_USE, "Failed to get a lock on " + image + "; stop the machine that uses it.");
            }
            merge(file, base, progress);
        });
        progress.report(1, "Merged");
    }

    @Override
    public void pull(MachineId id, String target, Optional<String> base, Progress progress) {
        progress.report(0, "Merging layers");
        connection.run(() -> {
            FakeFile file = requireFile(imageOf(id, target));
            if (!file.backing.equals(base)) {
                merge(file, base, progress);
            }
        });
        progress.report(1, "Merged");
    }

    @Override
    public void push(MachineId id, String target, String top, String into, Progress progress) {
        progress.report(0, "Merging layers");
        connection.run(() -> {
            String image = imageOf(id, target);
            List<FakeFile> chain = images.chain(image);
            List<String> paths = chain.stream().map(f -> f.path).toList();
            int place = paths.indexOf(requireFile(top).path);
            int low = paths.indexOf(requireFile(into).path);
            if (place < 1 || low <= place) {
                throw new HypervisorException(Kind.INVALID, into + " is not below " + top + "; choose other layers.");
            }
            FakeFile taking = requireWritable(chain.get(low));
            for (int i = low - 1; i >= place; i--) {
                taking.writes.putAll(chain.get(i).writes);
                taking.bulk += chain.get(i).bulk;
                taking.stamp = state.tick();
                if (progress.isCancelled()) {
                    throw new HypervisorException(Kind.CANCELLED, "Cancelled; nothing is lost.");
                }
            }
            FakeFile above = chain.get(place - 1);
            state.files.put(above.path, above.on(into));
        });
        progress.report(1, "Merged");
    }

    private String imageOf(MachineId id, String target) {
        FakeMachine machine = state.machine(id);
        if (!machine.isActive()) {
            throw new HypervisorException(
                    Kind.WRONG_STATE, machine.name() + " is not running; merge its images as they are.");
        }
        return machine.now().disks().stream()
                .filter(d -> d.target().equals(target))
                .flatMap(d -> d.source().stream())
                .findFirst()
                .orElseThrow(() -> new HypervisorException(
                        Kind.NOT_FOUND, "There is no drive " + target + "; look at the machine's disks."));
    }

    private FakeFile requireFile(String image) {
        FakeFile file = state.files.get(image);
        if (file == null) {
            throw new HypervisorException(Kind.NOT_FOUND, "There is no volume " + image + "; it was deleted.");
        }
        return file;
    }

    private static FakeFile requireWritable(FakeFile file) {
        if (file.readOnly) {
            throw new HypervisorException(
                    Kind.DENIED, "Could not open " + file.path + " for writing; it is read-only.");
        }
        return file;
    }

    /** In the chain of a running machine. */
    private boolean isOpen(String image) {
        return state.machines.values().stream()
                .filter(FakeMachine::isActive)
                .flatMap(m -> m.now().disks().stream())
                .flatMap(d -> d.source().stream())
                .anyMatch(p ->
                        state.files.containsKey(p) && images.chain(p).stream().anyMatch(f -> f.path.equals(image)));
    }

    private void merge(FakeFile file, Optional<String> base, Progress progress) {
        requireWritable(file);
        List<FakeFile> chain = images.chain(file.path);
        int until = base.map(b -> chain.stream().map(f -> f.path).toList().indexOf(b))
                .orElse(chain.size());
        if (until < 1) {
            throw new HypervisorException(
                    Kind.INVALID, base.orElse("") + " is not below " + file.path + "; choose a layer of its chain.");
        }
        if (progress.isCancelled()) {
            throw new HypervisorException(Kind.CANCELLED, "Cancelled; nothing is lost.");
        }
        FakeFile merged = new FakeFile(file.path, file.format, file.capacity, base, bytes(file, chain, until));
        for (FakeFile layer : chain.subList(0, until)) {
            layer.writes.forEach(merged.writes::putIfAbsent);
            merged.bulk += layer.bulk;
        }
        merged.stamp = state.tick();
        merged.inode = file.inode;
        state.files.put(file.path, merged);
    }

    /** What an image was imported with comes up with it. */
    private static byte[] bytes(FakeFile file, List<FakeFile> chain, int until) {
        return chain.subList(0, until).stream()
                .map(f -> f.bytes)
                .filter(b -> b.length > 0)
                .findFirst()
                .orElse(file.bytes);
    }
}
