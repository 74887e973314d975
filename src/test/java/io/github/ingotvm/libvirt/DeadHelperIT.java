package io.github.ingotvm.libvirt;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.libvirt.xml.HelperXml;
import io.github.ingotvm.libvirt.xml.HostDevices;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an Ingot that was killed while it merged layers leaves behind for a moment: the machine that held the image. */
@ExtendWith(PrivateLibvirtExtension.class)
class DeadHelperIT {
    private static final HostDevices HOST =
            new HostDevices("x86_64", "q35", Optional.empty(), false, false, false, false, Optional.empty());

    @TempDir
    Path folder = Path.of("");

    @Test
    void theNextMergeWaitsUntilTheDeadOnesHelperIsGone(PrivateLibvirt libvirt) throws Exception {
        try (Hypervisor hypervisor = libvirt.connect()) {
            String base =
                    hypervisor.volumes().create("dead-base.qcow2", 1 << 20).path();
            String image = hypervisor.volumes().createOverlay("dead-image.qcow2", base, "qcow2");

            Process holder = holds(libvirt, image);
            // A busy computer, in the extreme: its QEMU does not hear that it shall end until it is waited for.
            long qemu = qemu(image);
            signal("STOP", qemu);
            holder.destroyForcibly();
            assertThat(holder.waitFor(10, SECONDS)).isTrue();
            hypervisor.merging().pull(image, Optional.empty(), whenWaitedFor(() -> signal("CONT", qemu)));

            assertThat(hypervisor.volumes().find(image).orElseThrow().backing()).isEmpty();
            hypervisor.volumes().delete(image);
            hypervisor.volumes().delete(base);
        }
    }

    /** Somebody on a connection of their own, with the helper that goes with it. */
    private Process holds(PrivateLibvirt libvirt, String image) throws IOException {
        Path xml = Files.writeString(folder.resolve("helper.xml"), HelperXml.compose(image, HOST, false));
        Process holder = virsh(libvirt).start();
        holder.getOutputStream()
                .write(("create " + xml + " --paused --autodestroy\n").getBytes(StandardCharsets.UTF_8));
        holder.getOutputStream().flush();
        await("the helper").atMost(60, SECONDS).until(() -> isPaused(libvirt, image));
        return holder;
    }

    private static Progress whenWaitedFor(Runnable action) {
        return new Progress() {
            @Override
            public void report(double fraction, String doing) {
                if (doing.startsWith("Waiting")) {
                    action.run();
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long qemu(String image) {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(a -> a.startsWith("guest=")
                                && a.contains(HelperXml.id(image).toString())))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    private boolean isPaused(PrivateLibvirt libvirt, String image) throws IOException, InterruptedException {
        Process asked = virsh(libvirt, "domstate", HelperXml.id(image).toString())
                .redirectOutput(folder.resolve("state").toFile())
                .start();
        return asked.waitFor() == 0
                && Files.readString(folder.resolve("state")).strip().equals("paused");
    }

    private ProcessBuilder virsh(PrivateLibvirt libvirt, String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of("virsh", "-q", "-c", libvirt.uri()), Stream.of(command))
                        .toList());
        builder.environment().putAll(libvirt.environment());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
    }
}
