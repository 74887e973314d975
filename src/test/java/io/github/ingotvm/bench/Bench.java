package io.github.ingotvm.bench;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.testkit.PrivateLibvirt;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Measures on a libvirt of its own. Arguments: rounds, and the launcher of a built Ingot whose window is timed, if any. */
public final class Bench {
    private static final int SMALL = 1;
    private static final int MEDIUM = 10;
    private static final int LARGE = 100;
    private static final int CROWD = 1000;
    private static final double LITTLE = 0.1;
    private static final double MUCH = 2;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        Report report = new Report();
        try (PrivateLibvirt libvirt = PrivateLibvirt.start();
                Services services =
                        Services.on(libvirt.connect(), libvirt.shared().resolve("locks"))) {
            HostView host = services.host();
            System.out.printf(
                    "%s, %d CPUs, %s, Java %s; %d rounds, Ingot and the bare calls taking turns%n",
                    host.version(), host.cpus(), host.acceleration(), System.getProperty("java.version"), rounds);
            Optional<Path> launcher = args.length > 1 ? Optional.of(Path.of(args[1])) : Optional.empty();
            Subject golden = measure(services, libvirt, rounds, report);
            Calls.print(libvirt);
            Systems.measure(libvirt.shared(), rounds, report);
            Depth.measure(services, libvirt.shared(), rounds, report);
            if (launcher.isPresent()) {
                report.title("From the command to the first window, on a virtual display");
                WindowStart.measure(launcher.get(), libvirt.environment(), report);
            }
            new Crowd(services, golden, report).measure(CROWD, launcher, libvirt.environment());
        }
        if (!report.missed().isEmpty()) {
            System.out.println("\nBehind their targets: " + String.join(", ", report.missed()));
            System.exit(1);
        }
        System.out.println("\nAll targets met.");
        System.exit(0);
    }

    /** Gives the machine that clones were cast from. */
    private static Subject measure(Services services, PrivateLibvirt libvirt, int rounds, Report report)
            throws Exception {
        Path folder = libvirt.shared();
        List<Subject> subjects = List.of(
                Subject.make(services, folder, SMALL, LITTLE),
                Subject.make(services, folder, MEDIUM, LITTLE),
                Subject.make(services, folder, LARGE, LITTLE),
                Subject.make(services, folder, MEDIUM, MUCH));
        Subject heavy = subjects.get(subjects.size() - 1);
        VirtualMachine flat = Subject.flat(services, folder, "flat", MEDIUM, MUCH);
        try (Bare bare = new Bare(libvirt.uri(), libvirt.poolDir().toString())) {
            Clones clones = new Clones(services, bare, heavy);
            clones.one(20, new Samples(), new Samples()); // the JVM's first times are no measure
            clones.many(1, new Samples(), new Samples());

            report.title("Clones of " + heavy + ", against the bare libvirt calls");
            Samples clone = new Samples();
            Samples bareClone = new Samples();
            clones.one(rounds, clone, bareClone);
            report.atMost(1.5, "linked clone", clone, bareClone);
            Samples hundred = new Samples();
            Samples bareHundred = new Samples();
            clones.many(3, hundred, bareHundred);
            report.atMost(1.5, "100 linked clones", hundred, bareHundred);

            new States(services, bare).measure(subjects, rounds, report);

            report.title("Against virt-clone of the same disk");
            String image = flat.hardware().writableDisks().get(0).source().orElseThrow();
            Samples copied = VirtClone.times(libvirt.uri(), flat, 3, () -> {});
            report.quicker(1, "linked clone, image in the page cache", clone, copied);
            Samples read = VirtClone.times(libvirt.uri(), flat, 3, () -> Subject.cool(image));
            report.quicker(100, "linked clone, image on the disk", clones.cold(5), read);

            new Upkeep(services, bare, folder, report).measure(heavy);
        }
        return heavy;
    }
}
