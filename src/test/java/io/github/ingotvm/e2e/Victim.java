package io.github.ingotvm.e2e;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.libvirt.LibvirtHypervisor;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.Services;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An Ingot in a process of its own that does one kind of work over and over until it is killed. */
final class Victim {
    /** Printed when the work begins. */
    private static final String READY = "ready";

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

    /** Lets one work on a machine, and kills it as by {@code kill -9} some time after it has begun. */
    static void killAfter(World world, Work work, MachineId id, int milliseconds)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djna.encoding=UTF-8",
                        "-Dfile.encoding=UTF-8",
                        "-D" + Demo.DISK + "=" + Demo.disk(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        world.libvirt().uri(),
                        world.locks().toString(),
                        work.name(),
                        id.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(world.libvirt().environment());
        Process victim = builder.start();
        try (BufferedReader said = victim.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo(READY);
            assertThat(victim.waitFor(milliseconds, MILLISECONDS))
                    .as("it works until it is killed")
                    .isFalse();
        } finally {
            victim.destroyForcibly();
        }
        assertThat(victim.waitFor(10, SECONDS)).isTrue();
    }
}
