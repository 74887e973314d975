package io.github.ingotvm.testkit.linux;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes an archive of the kind that the kernel unpacks at boot ({@code newc}); needs no root for device nodes. */
final class Cpio implements AutoCloseable {
    private static final int FOLDER = 0040755;
    private static final int PROGRAM = 0100755;
    private static final int LINK = 0120777;
    private static final int CHARACTER_DEVICE = 0020600;

    private final OutputStream out;
    private int count;
    private long written;

    Cpio(OutputStream out) {
        this.out = out;
    }

    void folder(String name) throws IOException {
        entry(name, FOLDER, 0, 0, new byte[0]);
    }

    /** An executable file; whether it is run is the guest's business. */
    void file(String name, byte[] content) throws IOException {
        entry(name, PROGRAM, 0, 0, content);
    }

    void file(String name, Path content) throws IOException {
        file(name, Files.readAllBytes(content));
    }

    void link(String name, String target) throws IOException {
        entry(name, LINK, 0, 0, target.getBytes(StandardCharsets.UTF_8));
    }

    void device(String name, int major, int minor) throws IOException {
        entry(name, CHARACTER_DEVICE, major, minor, new byte[0]);
    }

    private void entry(String name, int mode, int major, int minor, byte[] content) throws IOException {
        byte[] path = (name + "\0").getBytes(StandardCharsets.UTF_8);
        count++;
        int[] fields = {count, mode, 0, 0, 1, 0, content.length, 0, 0, major, minor, path.length, 0};
        StringBuilder header = new StringBuilder("070701");
        for (int field : fields) {
            header.append(String.format("%08x", field));
        }
        write(header.toString().getBytes(StandardCharsets.US_ASCII));
        write(path);
        pad();
        write(content);
        pad();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private void pad() throws IOException {
        write(new byte[(int) (-written & 3)]);
    }

    @Override
    public void close() throws IOException {
        entry("TRAILER!!!", 0, 0, 0, new byte[0]);
        out.close();
    }
}
