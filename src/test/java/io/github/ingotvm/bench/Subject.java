package io.github.ingotvm.bench;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A machine to measure on, with a golden image.
 *
 * @param gib size of the disk
 * @param data GiB of it that are written
 */
record Subject(MachineId id, Snapshot base, int gib, double data) {
    private static final long MIB = 1L << 20;

    /** Makes a machine with a disk of this size and data, and its golden image. */
    static Subject make(Services services, Path folder, int gib, double data) throws Exception {
        VirtualMachine machine = flat(services, folder, "subject-" + gib + "-" + data, gib, data);
        Snapshot base = services.snapshotter().take(machine.id(), new Snapshotter.Request("Base"));
        services.golden().promote(machine.id(), base.id(), "");
        return new Subject(machine.id(), base, gib, data);
    }

    /** A machine whose disk is one file. */
    static VirtualMachine flat(Services services, Path folder, String name, int gib, double data) throws Exception {
        Path image = folder.resolve(name + ".qcow2");
        try {
            run("qemu-img", "create", "-q", "-f", "qcow2", image.toString(), gib + "G");
            for (long left = Math.round(data * 1024), at = 0; left > 0; left -= 512, at += 512) {
                long size = Math.min(512, left);
                run("qemu-io", "-f", "qcow2", "-c", "write -q -P 90 " + at + "M " + size + "M", image.toString());
            }
            return services.installer()
                    .create(
                            new InstallRequest(
                                    name,
                                    new InstallRequest.Source.Image(image),
                                    64 * MIB,
                                    1,
                                    0,
                                    Firmware.BIOS,
                                    Optional.empty(),
                                    false,
                                    false),
                            Progress.NONE);
        } finally {
            Files.deleteIfExists(image);
        }
    }

    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", List.of(command)) + " failed");
        }
    }

    /** Takes an image out of the page cache, as it is on the day after it was written. */
    static void cool(String image) throws IOException, InterruptedException {
        run("sync", image);
        run("dd", "if=" + image, "iflag=nocache", "count=0", "status=none");
    }

    /** Path of the image the machine writes to. */
    String disk(Services services) {
        return services.inventory()
                .require(id)
                .hardware()
                .writableDisks()
                .get(0)
                .source()
                .orElseThrow();
    }

    /** Path of the golden layer. */
    String layer() {
        return base.hardware().writableDisks().get(0).source().orElseThrow();
    }

    @Override
    public String toString() {
        return gib + " GiB disk, " + data + " GiB data";
    }
}
