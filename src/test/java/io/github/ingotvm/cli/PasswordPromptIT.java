package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.testkit.InstallerDisc;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The password of a machine that installs itself, typed at a terminal. */
@ExtendWith(PrivateLibvirtExtension.class)
class PasswordPromptIT {
    private static final String SECRET = "correct horse ß";

    @TempDir
    Path folder = Path.of("");

    private String disc = "";

    @BeforeEach
    void aDisc() {
        disc = InstallerDisc.debian(folder.resolve("debian.iso")).toString();
    }

    private TypedProgram create(PrivateLibvirt libvirt, String name) {
        return TypedProgram.start(
                        libvirt,
                        folder.resolve(name),
                        List.of("create", name, "--iso", disc, "--express", "--user", "jana", "--no-start"))
                .says("Password for jana: ");
    }

    private String machines(PrivateLibvirt libvirt) {
        return new Program(libvirt, folder).run("list").succeeds().out();
    }

    @Test
    void isAskedForTwiceAndNeverShown(PrivateLibvirt libvirt) throws InterruptedException {
        TypedProgram typed = create(libvirt, "prompt-same")
                .type(SECRET + "\r")
                .says("The same again: ")
                .type(SECRET + "\r")
                .says("Made prompt-same");
        typed.ends(ExitCode.DONE);
        assertThat(typed.screen()).doesNotContain("horse");
        new Program(libvirt, folder).run("delete", "--yes", "prompt-same").succeeds();
    }

    @Test
    void makesNothingWhenTheTwoDiffer(PrivateLibvirt libvirt) throws InterruptedException {
        create(libvirt, "prompt-other")
                .type(SECRET + "\r")
                .says("The same again: ")
                .type("another\r")
                .says("The two passwords differ; begin again.")
                .ends(ExitCode.USAGE);
        assertThat(machines(libvirt)).doesNotContain("prompt-other");
    }

    @Test
    void givesTheTerminalBackWhenItIsLeft(PrivateLibvirt libvirt) throws InterruptedException {
        create(libvirt, "prompt-left").type("\u0003").ends(ExitCode.INTERRUPTED);
        assertThat(machines(libvirt)).doesNotContain("prompt-left");
    }
}
