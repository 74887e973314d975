package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.testkit.InstallerDisc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnattendedTest extends CommandLineRig {
    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE5x jana@desk";

    private String debian() {
        return InstallerDisc.debian(folder.resolve("debian.iso")).toString();
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** What the installer finds in its initial file system. */
    private String told(String machine) {
        String initrd = find(machine).hardware().kernel().orElseThrow().initrd();
        return new String(fake.volumes().read(initrd, 0, 1 << 20), StandardCharsets.UTF_8);
    }

    @Test
    void answersComeFromAFile() throws Exception {
        String answers =
                write("answers.yaml", "user: jana\npassword: correct horse\nlocale: de_AT\nhost-name: desk-7\n");
        Result result =
                ingot("create", "x", "--iso", debian(), "--unattended", answers).succeeds();
        assertThat(result.out()).contains("Made x; the installation runs.");
        assertThat(told("x"))
                .contains("username string jana", "de_AT.UTF-8", "get_hostname string desk-7")
                .doesNotContain("correct horse");
        assertThat(result.out() + result.err()).doesNotContain("correct horse");
    }

    @Test
    void optionsGoBeforeTheFileAndTheHost() throws Exception {
        String answers = write("answers.yaml", "user: jana\npassword: one\ntime-zone: Europe/Oslo\n");
        ingot(
                        "create",
                        "x",
                        "--iso",
                        debian(),
                        "--unattended",
                        answers,
                        "--user",
                        "kim",
                        "--ssh-key",
                        write("id.pub", KEY + "\n"),
                        "--password-file",
                        write("password", "two\n"),
                        "--auto-login")
                .succeeds();
        assertThat(told("x")).contains("username string kim", "Europe/Oslo", KEY, "--autologin kim");
    }

    @Test
    void packagesComeFromTheMirrorThatIsNamed() throws Exception {
        String answers = write("answers.yaml", "user: jana\npassword: one\nmirror: http://mirror.example.org/debian\n");
        ingot("create", "x", "--iso", debian(), "--unattended", answers).succeeds();
        assertThat(told("x")).contains("mirror/http/hostname string mirror.example.org\n");
        ingot("create", "y", "--iso", debian(), "--unattended", answers, "--mirror", "https://10.0.0.1:8080/d")
                .succeeds();
        assertThat(told("y")).contains("mirror/https/hostname string 10.0.0.1:8080\n");
        ingot("create", "z", "--iso", debian(), "--unattended", answers, "--mirror", "mirror.example.org")
                .fails(ExitCode.USAGE, "must be an address");
    }

    @Test
    void aPasswordIsPipedInOrReadFromAFileButNeverAnArgument() {
        typed = "correct horse\nnot this\n";
        ingot("create", "x", "--iso", debian(), "--express", "--user", "jana", "--password-file", "-")
                .succeeds();
        assertThat(told("x")).contains("user-password-crypted password $6$");

        typed = "";
        ingot("create", "y", "--iso", debian(), "--express")
                .fails(ExitCode.USAGE, "no terminal to ask for the password");
        ingot("create", "y", "--iso", debian(), "--express", "--password-file", "-")
                .fails(ExitCode.USAGE, "A password of 1 to 127");
        assertThat(ingot("create", "y", "--iso", debian(), "--express", "--password", "x")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(names()).containsExactly("x");
    }

    @Test
    void whatCannotBeUsedIsToldBeforeAnythingIsMade() throws Exception {
        String secret = write("password", "correct horse\n");
        String bad = write("answers.yaml", "user: jana\nhost: desk\n");
        ingot("create", "x", "--iso", debian(), "--unattended", bad)
                .fails(ExitCode.USAGE, "answers.yaml, line 2: there is no key \"host\"");
        ingot("create", "x", "--iso", debian(), "--express", "--user", "root", "--password-file", "-")
                .fails(ExitCode.USAGE, "belongs to the system");
        ingot("create", "x", "--iso", debian(), "--express", "--user", "games")
                .fails(ExitCode.USAGE, "The user name games belongs to the system on Debian"); // before a password
        ingot("create", "x", "--iso", disc(), "--express").fails(ExitCode.FAILED, "not know how");
        ingot("create", "x", "--iso", debian(), "--user", "jana").fails(ExitCode.USAGE, "--express");
        ingot(
                        "create",
                        "x",
                        "--iso",
                        debian(),
                        "--os",
                        "debian13",
                        "--express",
                        "--disk",
                        "7G",
                        "--password-file",
                        secret)
                .fails(ExitCode.USAGE, "8 GiB or more");
        ingot("create", "x", "--import", image(), "--express").fails(ExitCode.USAGE, "go with a disc only");
        ingot(
                        "create",
                        "x",
                        "--iso",
                        debian(),
                        "--express",
                        "--password-file",
                        Path.of("/none").toString())
                .fails(ExitCode.USAGE, "cannot be read");
        assertThat(names()).isEmpty();
        assertThat(fake.volumes().list()).isEmpty();
    }
}
