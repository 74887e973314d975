package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Question;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.machines.SerialPort;
import io.github.ingotvm.testkit.DebianDisc;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Debian's own installer, told its answers by Ingot. It asks nothing. */
class DebianInstallIT {
    private static final long GIB = 1L << 30;
    private static final Answers ANSWERS = Answers.NONE
            .with(Question.USER, "jana")
            .with(Question.FULL_NAME, "Jana O'Neill")
            .with(Question.PASSWORD, "correct horse")
            .with(Question.HOST_NAME, "desk")
            .with(Question.LOCALE, "de_DE")
            .with(Question.KEYBOARD, "de")
            .with(Question.TIME_ZONE, "Europe/Berlin")
            .withAutoLogin(true);

    private World world;

    @BeforeEach
    void open() {
        world = World.create();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private VirtualMachine create(Answers answers, boolean start) {
        InstallRequest request = new InstallRequest(
                "Debian desk",
                new InstallRequest.Source.Iso(DebianDisc.at(world.file("debian.iso"))),
                GIB,
                2,
                8 * GIB,
                Firmware.BIOS,
                Optional.empty(),
                true,
                start);
        return world.services()
                .installer()
                .create(request.with(InstallRequest.Extras.NONE.with(answers)), Progress.NONE);
    }

    /** As far as its mirror: language, keyboard, network and host name are behind it then, and nothing was asked. */
    @Test
    void comesToItsMirrorWithoutAQuestionAndLeavesNoAnswersBehind() {
        // On a serial port the installer offers the languages alone that every terminal can show.
        VirtualMachine machine = create(ANSWERS.with(Question.LOCALE, "en_US"), false);
        MachineId id = machine.id();
        String initrd = machine.hardware().kernel().orElseThrow().initrd();
        speakOnTheSerialPort(machine);
        StringWriter said = new StringWriter();

        world.services().power().start(id);
        try (SerialPort port =
                world.services().power().serial(id, b -> said.write(new String(b, StandardCharsets.UTF_8)))) {
            await().atMost(Duration.ofMinutes(6))
                    .until(() -> isAsking(said.toString()) || isAtTheMirror(said.toString()));
            assertThat(port.isOpen()).isTrue();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("it said last: " + last(said.toString()), e);
        }
        assertThat(isAsking(said.toString()))
                .as("it said last: " + last(said.toString()))
                .isFalse();

        world.services().power().forceOff(id);
        world.delete(id);
        assertThat(world.services().doctor().check()).isEmpty();
        try (Hypervisor hypervisor = world.libvirt().connect()) {
            assertThat(hypervisor.volumes().list()).extracting(Volume::path).doesNotContain(initrd);
        }
    }

    private static boolean isAsking(String said) {
        return said.contains("Prompt: '?'");
    }

    private static boolean isAtTheMirror(String said) {
        return said.contains("archive mirror");
    }

    private static String last(String said) {
        return said.substring(Math.max(0, said.length() - 1500));
    }

    private void speakOnTheSerialPort(VirtualMachine machine) {
        String xml =
                machine.definition().document().replace("</cmdline>", " console=ttyS0 DEBIAN_FRONTEND=text</cmdline>");
        try (Hypervisor hypervisor = world.libvirt().connect()) {
            hypervisor.machines().define(new Definition(xml));
        }
    }
}
