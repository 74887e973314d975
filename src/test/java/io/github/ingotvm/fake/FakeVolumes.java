package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.VirtualDisk;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.FileLook;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Storage in memory. Deletes what others stand on without a word, as libvirt does. */
final class FakeVolumes implements Volumes {
    private static final byte[] NONE = {};

    private final FakeConnection connection;
    private final FakeState state;
    private final FakeImages images;

    FakeVolumes(FakeConnection connection) {
        this.connection = connection;
        this.state = connection.state;
        this.images = new FakeImages(state);
    }

    @Override
    public List<Pool> pools() {
        return connection.get(
                () -> state.pools.values().stream().map(this::view).toList());
    }

    @Override
    public long free(Pool pool) {
        return connection.get(() -> Optional.ofNullable(state.pools.get(pool.name()))
                .map(p -> view(p).free())
                .orElse(0L));
    }

    @Override
    public Pool ownPool() {
        return connection.get(() -> view(own()));
    }

    private FakePool own() {
        FakePool own = state.pools.computeIfAbsent(POOL, name -> new FakePool(name, state.ownFolder));
        own.active = true;
        return own;
    }

    @Override
    public List<Volume> list() {
        return connection.get(() ->
                state.files.values().stream().flatMap(f -> view(f).stream()).toList());
    }

    @Override
    public Optional<Volume> find(String path) {
        return connection.get(() -> Optional.ofNullable(state.files.get(path)).flatMap(this::view));
    }

    @Override
    public Optional<Volume> findOutside(String path) {
        return connection.get(() -> Optional.ofNullable(state.files.get(path))
                .filter(f -> state.pools.values().stream().noneMatch(p -> p.path.equals(f.folder())))
                .map(f -> view(f, "")));
    }

    @Override
    public String pathOf(String name) {
        return connection.get(() -> own().path + "/" + name);
    }

    @Override
    public Volume create(String name, long capacity) {
        return connection.get(() -> add(name, "qcow2", capacity, Optional.empty(), NONE));
    }

    @Override
    public String createOverlay(String name, String backing, String backingFormat) {
        return connection.get(() -> {
            FakeFile base = state.file(backing);
            return add(name, "qcow2", base.capacity, Optional.of(backing), NONE).path();
        });
    }

    @Override
    public Volume copy(String name, String source, String format, Progress progress) {
        progress.report(0, "Copying");
        Volume copy = connection.get(() -> {
            FakeFile from = state.file(source);
            if (from.format.equals("qcow2") && images.isWritten(source)) {
                throw new HypervisorException(
                        Kind.FAILED, "Failed to get a lock on " + source + "; stop the machine that writes to it.");
            }
            List<FakeFile> chain = images.chain(source);
            byte[] bytes = chain.get(chain.size() - 1).bytes;
            Volume made = add(name, format, from.capacity, Optional.empty(), bytes);
            state.file(made.path()).writes.putAll(images.content(source));
            return made;
        });
        if (progress.isCancelled()) {
            connection.run(() -> state.files.remove(copy.path()));
            throw cancelled();
        }
        progress.report(1, "Copying");
        return find(copy.path()).orElseThrow();
    }

    private static HypervisorException cancelled() {
        return new HypervisorException(Kind.CANCELLED, "Cancelled; nothing was changed.");
    }

    @Override
    public Volume upload(String name, String format, long length, InputStream bytes, Progress progress) {
        progress.report(0, "Uploading");
        byte[] all = readAll(bytes);
        if (all.length != length) {
            throw new HypervisorException(Kind.FAILED, "The file changed while it was read; try again.");
        }
        if (progress.isCancelled()) {
            throw cancelled();
        }
        boolean qcow2 = format.equals("qcow2") && Qcow2.is(all);
        long capacity = qcow2 ? Qcow2.capacity(all) : length;
        Optional<String> backing = qcow2 ? Qcow2.backing(all) : Optional.empty();
        Volume made = connection.get(() -> {
            Volume added = add(name, format, capacity, backing, Qcow2.withoutWrites(all));
            if (qcow2) {
                state.file(added.path()).writes.putAll(FakeDisk.written(all));
            }
            state.file(added.path()).writes.putAll(Qcow2.writes(all));
            return view(state.file(added.path())).orElseThrow();
        });
        progress.report(1, "Uploading");
        return made;
    }

    private static byte[] readAll(InputStream bytes) {
        try {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new HypervisorException(Kind.FAILED, "The file cannot be read; check it and try again.", e);
        }
    }

    @Override
    public String offer(Path file, String name, Progress progress) {
        if (!Files.isReadable(file)) {
            throw new HypervisorException(Kind.NOT_FOUND, "There is no readable file " + file + "; choose another.");
        }
        String path = file.toAbsolutePath().toString();
        return connection.get(() -> {
            // Outside of any pool: the fake host can open it, but no pool lists it.
            state.files.putIfAbsent(
                    path, new FakeFile(path, "raw", file.toFile().length(), Optional.empty(), NONE));
            return path;
        });
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        return connection.get(() -> {
            byte[] bytes = Qcow2.bytesOf(state.file(path));
            int from = (int) Math.min(offset, bytes.length);
            return Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, (long) from + length));
        });
    }

    @Override
    public VirtualDisk open(String path) {
        return connection.get(() -> {
            FakeFile top = state.file(path);
            List<FakeFile> chain = images.chain(path);
            return new FakeDisk(top.capacity, chain.get(chain.size() - 1), images.content(path));
        });
    }

    @Override
    public String digest(String path, Progress progress) {
        progress.report(0, "Reading");
        String digest = connection.get(() -> {
            if (view(state.file(path)).isEmpty()) {
                throw notFound(path);
            }
            return Qcow2.digest(state.file(path));
        });
        if (progress.isCancelled()) {
            throw cancelled();
        }
        progress.report(1, "Reading");
        return digest;
    }

    @Override
    public void wipe(String path) {
        connection.run(() -> {
            FakeFile file = state.file(path);
            if (view(file).isEmpty()) {
                throw notFound(path);
            }
            FakeFile zeros = new FakeFile(path, "raw", file.capacity, Optional.empty(), new byte[file.bytes.length]);
            zeros.stamp = state.tick();
            state.files.put(path, zeros);
            state.wiped.add(path);
        });
    }

    @Override
    public void replace(String path, String with) {
        connection.run(() -> {
            FakeFile from = state.file(with);
            FakeFile there = from.at(path);
            state.files.remove(with);
            state.files.put(path, there);
        });
    }

    @Override
    public void delete(String path) {
        connection.run(() -> {
            if (view(state.file(path)).isEmpty()) {
                throw notFound(path);
            }
            state.files.remove(path);
        });
    }

    @Override
    public void protect(String path, boolean readOnly) {
        connection.run(() -> {
            if (state.capabilities.contains(Capability.PROTECT_LAYERS)) {
                state.file(path).readOnly = readOnly;
            }
        });
    }

    private static HypervisorException notFound(String path) {
        return new HypervisorException(Kind.NOT_FOUND, "There is no volume " + path + "; it was deleted.");
    }

    private Volume add(String name, String format, long capacity, Optional<String> backing, byte[] bytes) {
        FakePool pool = own();
        if (name.isEmpty() || name.contains("/")) {
            throw new HypervisorException(Kind.INVALID, "\"" + name + "\" is no name for a volume; choose another.");
        }
        FakeFile file = new FakeFile(pool.path + "/" + name, format, capacity, backing, bytes);
        if (state.files.containsKey(file.path)) {
            throw new HypervisorException(Kind.EXISTS, "There is already a volume " + name + "; choose another name.");
        }
        if (file.allocation() > free(pool)) {
            throw new HypervisorException(Kind.NO_SPACE, "The disk is full; make room and try again.");
        }
        file.stamp = state.tick();
        file.inode = file.stamp;
        state.files.put(file.path, file);
        return view(file).orElseThrow();
    }

    private long free(FakePool pool) {
        return pool.size
                - state.files.values().stream()
                        .filter(f -> f.folder().equals(pool.path))
                        .mapToLong(FakeFile::allocation)
                        .sum();
    }

    private Pool view(FakePool pool) {
        return new Pool(pool.name, pool.path, pool.active, pool.active ? Math.max(0, free(pool)) : 0);
    }

    private Optional<Volume> view(FakeFile file) {
        return state.pools.values().stream()
                .filter(p -> p.active && p.path.equals(file.folder()))
                .findFirst()
                .map(p -> view(file, p.name));
    }

    private Volume view(FakeFile file, String pool) {
        boolean here = state.capabilities.contains(Capability.PROTECT_LAYERS);
        Optional<String> inode = here ? Optional.of("i" + file.inode) : Optional.empty();
        return new Volume(
                file.path,
                file.name(),
                pool,
                file.format,
                file.capacity,
                file.allocation(),
                file.backing,
                new FileLook("t" + file.stamp, OptionalLong.of(file.allocation()), inode));
    }
}
