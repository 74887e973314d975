package io.github.ingotvm.bench;

import io.github.ingotvm.model.VirtualMachine;

/** The usual tool for the same wish: it copies the disk. */
final class VirtClone {
    private VirtClone() {}

    /** @param before what to do before each round, untimed */
    static Samples times(String uri, VirtualMachine machine, int rounds, Samples.Work before) throws Exception {
        Samples times = new Samples();
        for (int round = 0; round < rounds; round++) {
            before.run();
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
