package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Question;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallWatcher;
import io.github.ingotvm.testkit.debian.DebianArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Debian's own installer from its first word to the login prompt of what it has installed. Takes about an hour where machines are
 * emulated: with {@code -Dingot.slow=debian} only.
 */
class WholeDebianIT {
    private static final long MIB = 1L << 20;
    private static final String PASSWORD = "correct horse";

    private World world;
    private DebianArchive archive;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(System.getProperty("ingot.slow", "").equals("debian"), "slow: -Dingot.slow=debian");
        world = World.create();
        archive = DebianArchive.open(Path.of("target/debian-archive"), world.file("debian.iso"));
    }

    @AfterEach
    void close() {
        if (archive != null) {
            archive.close();
        }
        if (world != null) {
            world.close();
        }
    }

    private VirtualMachine create(Firmware firmware) {
        Answers answers = Answers.NONE
                .with(Question.USER, "jana")
                .with(Question.FULL_NAME, "Jana O'Neill")
                .with(Question.PASSWORD, PASSWORD)
                .with(Question.HOST_NAME, "desk")
                .with(Question.LOCALE, "de_DE")
                .with(Question.KEYBOARD, "de")
                .with(Question.TIME_ZONE, "Europe/Berlin")
                .with(Question.MIRROR, archive.address())
                .withAutoLogin(true);
        InstallRequest request = new InstallRequest(
                "Debian desk",
                new InstallRequest.Source.Iso(archive.disc()),
                1536 * MIB,
                2,
                10240 * MIB,
                firmware,
                Optional.empty(),
                true,
                false);
        return world.services()
                .installer()
                .create(request.with(InstallRequest.Extras.NONE.with(answers)), Progress.NONE);
    }

    /** The installed system is to have a login prompt on its serial port; the installer itself stays on the screen, where it speaks every language. */
    private void addOptions(VirtualMachine machine) {
        String unsigned = archive.made().isEmpty() ? "" : " debian-installer/allow_unauthenticated=true";
        String xml = machine.definition()
                .document()
                .replace("</cmdline>", unsigned + " debian-installer/add-kernel-opts=console=ttyS0</cmdline>");
        try (Hypervisor hypervisor = world.libvirt().connect()) {
            hypervisor.machines().define(new Definition(xml));
        }
    }

    /** One a run: with {@code -Dingot.slow.firmware=UEFI} on the other firmware. */
    @Test
    void asksNothingEndsInJustInstalledAndLetsItsUserInAsItsClonesDo() {
        VirtualMachine machine = create(Firmware.valueOf(System.getProperty("ingot.slow.firmware", "BIOS")));
        MachineId id = machine.id();
        String initrd = machine.hardware().kernel().orElseThrow().initrd();
        addOptions(machine);
        DebianStages stages = new DebianStages(archive, world.libvirt().uri());

        stages.begin();
        world.services().power().start(id);
        letItEnd(id, stages);

        assertThat(world.snapshotNames(id)).containsExactly("Just Installed");
        assertThat(world.require(id).hardware().kernel()).isEmpty();
        assertThat(world.services().doctor().check()).isEmpty();
        try (Hypervisor hypervisor = world.libvirt().connect()) {
            assertThat(hypervisor.volumes().list()).extracting(Volume::path).doesNotContain(initrd);
        }
        SoftAssertions soft = new SoftAssertions(); // after half an hour everything is told at once
        try (DebianLogin login = DebianLogin.at(world.services(), id, "desk", "jana", PASSWORD)) {
            stages.reached("login prompt");
            soft.assertThat(login.run("hostname")).isEqualTo("desk");
            soft.assertThat(login.run("id -un; id -Gn")).startsWith("jana").contains("sudo");
            soft.assertThat(login.run("getent passwd jana")).contains("Jana O'Neill");
            soft.assertThat(login.run(
                            "readlink /etc/localtime; locale | head -1; grep XKBLAYOUT /etc/default/keyboard"))
                    .contains("Europe/Berlin", "de_DE.UTF-8", "\"de\"");
            soft.assertThat(login.run("ls /tmp; mount | grep ' / '"))
                    .doesNotContain("ingot")
                    .contains("ext4");
        }
        await().atMost(Duration.ofMinutes(5))
                .until(() -> world.services().power().agentAnswers(id));
        stages.reached("guest agent");

        world.services().golden().promote(id, world.snapshotCalled(id, "Just Installed"), "");
        MachineId clone = world.clones(id, "Debian clone").get(0).id();
        stages.reached("clone");
        world.services().power().start(clone);
        try (DebianLogin login = DebianLogin.at(world.services(), clone, "desk", "jana", PASSWORD)) {
            stages.reached("login prompt of the clone");
            soft.assertThat(login.run("hostname; id -un")).contains("desk", "jana");
        }
        assertThat(world.services().doctor().check()).isEmpty();
        soft.assertAll();
    }

    private void letItEnd(MachineId id, DebianStages stages) {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        CompletableFuture<VirtualMachine> installed = new CompletableFuture<>();
        InstallWatcher.Listener listener = new InstallWatcher.Listener() {
            @Override
            public void installed(VirtualMachine machine) {
                installed.complete(machine);
            }

            @Override
            public void failed(VirtualMachine machine, IngotException why) {
                installed.completeExceptionally(why);
            }
        };
        try (InstallWatcher watcher = world.services().watchInstalls(executor, listener)) {
            await("the end of the installation")
                    .atMost(Duration.ofHours(4))
                    .pollInterval(Duration.ofSeconds(2))
                    .failFast("the machine crashed", () -> world.require(id).state() == PowerState.CRASHED)
                    .until(() -> {
                        stages.look();
                        return installed.isDone();
                    });
            installed.join();
            stages.reached("Just Installed");
        } finally {
            executor.shutdown();
        }
    }
}
