package io.github.ingotvm.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What a guest sees of an image of ours through all it stands on. Images of strangers are {@link ImportableDisk}'s. */
public final class DiskChain implements DiskReader, Closeable {
    private final Layer top;

    private DiskChain(Layer top) {
        this.top = top;
    }

    /** Opens the files of a chain by their paths. */
    public interface Opener {
        FileBytes open(String path) throws IOException;
    }

    /**
     * Opens an image and all it stands on.
     *
     * @param format of the image: {@code qcow2} or {@code raw}; those below are read as what stands on them says
     * @throws MalformedException when it cannot be read, saying why
     */
    public static DiskChain open(String path, String format, Opener opener) throws IOException {
        return new DiskChain(layer(path, format, opener, new HashSet<>()));
    }

    private static Layer layer(String path, String format, Opener opener, Set<String> seen) throws IOException {
        if (!seen.add(path)) {
            throw new MalformedException("its chain goes in a circle at " + path);
        }
        FileBytes bytes = opener.open(path);
        try {
            return switch (format) {
                case "raw" -> new RawLayer(bytes);
                case "qcow2" -> {
                    Qcow2Map map = Qcow2Map.read(bytes);
                    if (map.backing().isEmpty()) {
                        yield new Qcow2Layer(bytes, map, null);
                    }
                    Qcow2Map.Backing backing = map.backing().get();
                    yield new Qcow2Layer(bytes, map, layer(absolute(path, backing), backing.format(), opener, seen));
                }
                default -> throw new MalformedException("the format of " + path + " is not one that Ingot reads");
            };
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static String absolute(String path, Qcow2Map.Backing backing) throws MalformedException {
        String below = backing.path();
        if (below.contains(":") && !below.startsWith("/")) {
            throw new MalformedException(path + " stands on " + below + ", which is no file");
        }
        return Path.of(path).resolveSibling(below).normalize().toString();
    }

    @Override
    public long size() {
        return top.size();
    }

    @Override
    public boolean isHole(long offset, int length) throws IOException {
        return top.isHole(offset, length);
    }

    @Override
    public void read(long offset, byte[] buffer, int length) throws IOException {
        top.read(offset, buffer, 0, length);
    }

    @Override
    public void close() throws IOException {
        top.close();
    }
}
