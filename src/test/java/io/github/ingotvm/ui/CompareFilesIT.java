package io.github.ingotvm.ui;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.work.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Which files differ between two versions, with a program that only pretends. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class CompareFilesIT {
    @TempDir
    Path folder;

    private Optional<WindowRig> rig = Optional.empty();

    @AfterEach
    void close() {
        rig.ifPresent(WindowRig::close);
    }

    @Test
    void saysWhyItCannotLookIntoLayersThatAreNotHere() {
        WindowRig window = compare(Optional.of(program("virt-ls", "exit 0")));

        window.click("Which Files…")
                .until(() -> window.robot().lookup(".problem").queryAll().stream()
                        .anyMatch(n -> n.toString().contains("cannot be read by you on this computer")));
        window.shows("Which Files…").press(KeyCode.ESCAPE).hides("Versions of “mould”");
    }

    @Test
    void saysWhatIsMissing() {
        compare(Optional.empty())
                .shows("Which files differ can be told once libguestfs is installed (libguestfs-tools).")
                .hides("Which Files…");
    }

    private Path program(String name, String script) {
        try {
            Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WindowRig compare(Optional<Path> differ) {
        Foundry foundry = new Foundry(folder);
        VirtualMachine mould = foundry.machine("mould");
        for (String name : List.of("First", "Second")) {
            foundry.services()
                    .golden()
                    .promote(mould.id(), foundry.snapshot(mould, name, "").id(), "");
        }
        Programs programs = new Programs() {
            @Override
            public Optional<Path> find(String name) {
                return name.startsWith("virt-") ? differ : Optional.empty();
            }

            @Override
            public void start(List<String> command) {
                throw new IllegalStateException("nothing is started by it");
            }
        };
        WindowRig window = WindowRig.open(() -> foundry.connect(programs), folder, 1100, 700);
        rig = Optional.of(window);
        window.click("Golden images").shows("mould").press(KeyCode.ENTER).shows("Versions");
        return window.tool("More on mould v2").click("Compare…").shows("Versions of “mould”");
    }
}
