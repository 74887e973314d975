package io.github.ingotvm.libvirt;

import io.github.ingotvm.format.DiskChain;
import io.github.ingotvm.format.FileBytes;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.VirtualDisk;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A chain of volumes, read directly where that can be done, else through libvirt. */
final class VolumeDisk implements VirtualDisk {
    private final String path;
    private final DiskChain chain;

    private VolumeDisk(String path, DiskChain chain) {
        this.path = path;
        this.chain = chain;
    }

    /**
     * Opens it.
     *
     * @param local whether paths are those of this computer
     * @param remote opens a file through libvirt
     */
    static VolumeDisk open(String path, String format, boolean local, Function<String, FileBytes> remote) {
        try {
            return new VolumeDisk(path, DiskChain.open(path, format, p -> {
                Path file = Path.of(p);
                return local && Files.isRegularFile(file) && Files.isReadable(file)
                        ? FileBytes.of(file)
                        : remote.apply(p);
            }));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    @Override
    public long size() {
        return chain.size();
    }

    @Override
    public boolean isHole(long offset, int length) {
        try {
            return chain.isHole(offset, length);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    @Override
    public void read(long offset, byte[] buffer, int length) {
        try {
            chain.read(offset, buffer, length);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            chain.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static IngotException unreadable(String path, IOException e) {
        return new HypervisorException(
                Kind.FAILED, "The disk " + path + " cannot be read: " + e.getMessage() + "; run Check.", e);
    }
}
