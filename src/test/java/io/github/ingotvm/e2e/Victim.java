package io.github.ingotvm.e2e;

import io.github.ingotvm.libvirt.LibvirtHypervisor;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.Services;
import java.nio.file.Path;

/** An Ingot in a process of its own that does one kind of work over and over until it is killed. */
final class Victim {
    /** Printed when the work begins. */
    static final String READY = "ready";

    private Victim() {}

    /** @param args URI, lock folder, {@link Work}, UUID of the machine to work on */
    public static void main(String[] args) {
        Services services = Services.on(LibvirtHypervisor.connect(args[0]), Path.of(args[1]));
        Work work = Work.valueOf(args[2]);
        MachineId id = MachineId.of(args[3]);
        System.out.println(READY);
        for (int round = 0; ; round++) {
            work.once(services, id, round);
        }
    }
}
