package io.github.ingotvm.testkit.linux;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.testkit.PrivateLibvirt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One running Linux guest, alone on a libvirt of its own, for all tests of this run that only talk to it. They leave it running, with
 * a shell on its serial port and one on its screen.
 */
public final class SharedLinux {
    private static @Nullable SharedLinux shared;

    private final PrivateLibvirt libvirt = PrivateLibvirt.start();
    private final Path locks;
    private final Services services;
    private final VirtualMachine machine;

    private SharedLinux() throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(libvirt::close));
        this.locks = Files.createTempDirectory("ingot-linux-locks");
        this.services = connect();
        this.machine = LinuxMachine.make(services, libvirt, "Linux");
        services.power().start(machine.id());
    }

    /** Started when it is first asked for; skips the test where there can be none. */
    public static synchronized SharedLinux get() {
        LinuxImage.get();
        try {
            SharedLinux running = shared;
            if (running == null) {
                running = new SharedLinux();
                shared = running;
            }
            LinuxShell.attach(running.services, running.id()).close();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PrivateLibvirt libvirt() {
        return libvirt;
    }

    public Services services() {
        return services;
    }

    /** Another connection of Ingot's; the caller closes it. */
    public Services connect() {
        return Services.on(libvirt.connect(), locks);
    }

    public MachineId id() {
        return machine.id();
    }

    public String name() {
        return machine.name();
    }
}
