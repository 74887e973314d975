package io.github.ingotvm.bench;

import io.github.ingotvm.model.VirtualMachine;

/** The usual tool for the same wish: it copies the disk. */
final class VirtClone {
    private VirtClone() {}

    static Samples times(String uri, VirtualMachine machine, int rounds) throws Exception {
        Samples times = new Samples();
        for (int round = 0; round < rounds; round++) {
            String name = "virt-clone-" + round;
            times.time(() -> Subject.run(
                    "virt-clone",
                    "--quiet",
                    "--connect",
                    uri,
                    "--original",
                    machine.name(),
                    "--name",
                    name,
                    "--auto-clone"));
            Subject.run("virsh", "-q", "-c", uri, "undefine", name, "--remove-all-storage");
        }
        return times;
    }
}
