package io.github.ingotvm.bench.console;

import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.testkit.PrivateLibvirt;

/** Measures the screen of a machine on a libvirt of its own. Argument: for how many seconds the worst case is watched. */
public final class ConsoleBench {
    private ConsoleBench() {}

    public static void main(String[] args) throws Exception {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 10;
        Verdicts verdicts = new Verdicts();
        try (PrivateLibvirt libvirt = PrivateLibvirt.start();
                Services services =
                        Services.on(libvirt.connect(), libvirt.shared().resolve("locks"));
                Painter painter = Painter.start(services, libvirt)) {
            HostView host = services.host();
            System.out.printf(
                    "%s, %d CPUs, %s, Java %s; a guest with %dx%d pixels of 32 bits%n",
                    host.version(),
                    host.cpus(),
                    host.acceleration(),
                    System.getProperty("java.version"),
                    Painter.WIDTH,
                    Painter.HEIGHT);
            new Wire(painter, verdicts).measure();
            double frame = new WorstCase(painter, verdicts, seconds).measure();
            new Latency(painter, verdicts).measure(frame);
        }
        if (!verdicts.missed().isEmpty()) {
            System.out.println("\nBehind their targets: " + String.join("; ", verdicts.missed()));
            System.exit(1);
        }
        System.out.println("\nAll targets met.");
        System.exit(0);
    }
}
