package io.github.ingotvm.history;

import io.github.ingotvm.hypervisor.VirtualDisk;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Volumes: which go is written down, and which long copies failed. */
final class RecordingVolumes implements Volumes {
    private final Volumes real;
    private final Recorder recorder;

    RecordingVolumes(Volumes real, Recorder recorder) {
        this.real = real;
        this.recorder = recorder;
    }

    @Override
    public Volume copy(String name, String source, String format, Progress progress) {
        return noting(name, () -> real.copy(name, source, format, progress));
    }

    @Override
    public Volume upload(String name, String format, long length, InputStream bytes, Progress progress) {
        return noting(name, () -> real.upload(name, format, length, bytes, progress));
    }

    private <T> T noting(String file, Supplier<T> work) {
        try {
            return work.get();
        } catch (IngotException e) {
            recorder.failed(What.FILE_COPIED, Optional.empty(), "", Map.of(Entry.FILE, file), e);
            throw e;
        }
    }

    @Override
    public void delete(String path) {
        recorder.during(What.FILE_REMOVED, Optional.empty(), "", Map.of(Entry.FILE, path), () -> {
            real.delete(path);
            return path;
        });
    }

    @Override
    public void replace(String path, String with) {
        real.replace(path, with);
    }

    /** Its removal, which follows, is what is told. */
    @Override
    public void wipe(String path) {
        real.wipe(path);
    }

    @Override
    public List<Pool> pools() {
        return real.pools();
    }

    @Override
    public long free(Pool pool) {
        return real.free(pool);
    }

    @Override
    public Pool ownPool() {
        return real.ownPool();
    }

    @Override
    public List<Volume> list() {
        return real.list();
    }

    @Override
    public Optional<Volume> find(String path) {
        return real.find(path);
    }

    @Override
    public Optional<Volume> findOutside(String path) {
        return real.findOutside(path);
    }

    @Override
    public String pathOf(String name) {
        return real.pathOf(name);
    }

    @Override
    public Volume create(String name, long capacity) {
        return real.create(name, capacity);
    }

    @Override
    public String createOverlay(String name, String backing, String backingFormat) {
        return real.createOverlay(name, backing, backingFormat);
    }

    @Override
    public String offer(Path file, String name, Progress progress) {
        return real.offer(file, name, progress);
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        return real.read(path, offset, length);
    }

    @Override
    public VirtualDisk open(String path) {
        return real.open(path);
    }

    @Override
    public String digest(String path, Progress progress) {
        return real.digest(path, progress);
    }

    @Override
    public void protect(String path, boolean readOnly) {
        real.protect(path, readOnly);
    }
}
