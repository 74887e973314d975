package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.work.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed on a disk image, found by libguestfs' programs, in the real window. */
class LookInsideIT {
    private static final String FOUND = """
            cat <<END
            <operatingsystems><operatingsystem><root>/dev/sda1</root><name>linux</name><arch>x86_64</arch>
            <distro>debian</distro><product_name>12.5</product_name><hostname>one</hostname><osinfo>debian12</osinfo>
            </operatingsystem></operatingsystems>
            END
            """;

    @TempDir
    Path folder;

    private Optional<WindowRig> rig = Optional.empty();

    @AfterEach
    void close() {
        rig.ifPresent(WindowRig::close);
    }

    private Foundry open(Optional<String> script) throws IOException {
        Foundry foundry = new Foundry(folder);
        Path program = Files.writeString(folder.resolve("inspector"), "#!/bin/sh\n" + script.orElse(""));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Programs programs = new Programs() {
            @Override
            public Optional<Path> find(String name) {
                return name.startsWith("virt-") ? script.map(s -> program) : Optional.empty();
            }

            @Override
            public void start(List<String> command) {
                throw new IllegalStateException("nothing is started by it");
            }
        };
        WindowRig window = WindowRig.open(() -> foundry.connect(programs), folder, 1280, 800);
        rig = Optional.of(window);
        window.press(KeyCode.CONTROL, KeyCode.N).shows("Drop an ISO or a disk image here");
        window.robot().interact(() -> {
            window.scene().lookup(".source-box").lookup(".button").requestFocus();
            Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, foundry.image().toString()));
        });
        window.press(KeyCode.CONTROL, KeyCode.V).shows("Look Inside");
        return foundry;
    }

    private WindowRig window() {
        return rig.orElseThrow();
    }

    @Test
    void findsTheSystemAndFitsTheMachineToIt() throws Exception {
        Foundry foundry = open(Optional.of(FOUND));
        window().click("Look Inside").shows("debian 12.5").hides("Look Inside");
        window().click("Create").hides("New virtual machine");
        VirtualMachine made = foundry.services().inventory().machines().get(0);
        assertThat(made.mark().osId()).contains("debian12");
    }

    @Test
    void saysWhatIsMissingAndGoesOnWithout() throws Exception {
        open(Optional.empty());
        window().click("Look Inside")
                .until(() ->
                        window().robot().lookup(".notice").queryAll().stream().anyMatch(n -> n.isVisible()));
        window().shows("Look Inside").shows("Create");
    }

    @Test
    void isCancelledWithoutATrace() throws Exception {
        open(Optional.of("sleep 600"));
        window().click("Look Inside")
                .shows("Cancel")
                .click("Cancel")
                .shows("Look Inside")
                .shows("Create");
    }
}
