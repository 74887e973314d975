package io.github.ingotvm.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.testkit.linux.CloudInit;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templates, read by other people's parsers. */
class ParsersIT {
    @TempDir
    Path folder;

    @Test
    void debconfTakesThePreseed() throws Exception {
        assumeTrue(isThere("debconf-set-selections"), "needs debconf, which Debian and Ubuntu have");
        String text = Samples.only(Methods.seed(Samples.full(), Samples.debian()), "preseed.cfg");
        Path file = Files.writeString(folder.resolve("preseed.cfg"), text);

        assertThat(output("debconf-set-selections", "-c", file.toString())).isEmpty();
    }

    /** Its schema of a whole user-data file, which leaves what is in {@code autoinstall} to the installer. */
    @Test
    void cloudInitTakesUbuntusUserData() throws Exception {
        String text = Samples.only(Methods.seed(Samples.full(), Samples.ubuntu()), "user-data");
        Path file = Files.writeString(folder.resolve("user-data"), text);
        assertThat(CloudInit.schemaOf(file)).startsWith("Valid");
    }

    @Test
    void aShellTakesTheScripts() throws Exception {
        Path late = folder.resolve("late");
        Files.writeString(late, Samples.only(Methods.seed(Samples.full(), Samples.debian()), "ingot-late"));
        assertThat(output("sh", "-n", late.toString())).isEmpty();

        Path alpine = folder.resolve("alpine");
        Files.write(alpine, AlpineOverlay.scriptBytes(Samples.full(), Samples.alpine()));
        assertThat(output("sh", "-n", alpine.toString())).isEmpty();
        Path answers = Files.writeString(folder.resolve("answers"), AlpineOverlay.answersFile(Samples.full()));
        assertThat(output("sh", "-c", ". " + answers + "; echo $KEYMAPOPTS/$HOSTNAMEOPTS"))
                .isEqualTo("no no/-n builder-1\n");
    }

    @Test
    void tarTakesAlpinesOverlay() throws Exception {
        Seed seed = Methods.seed(Samples.full(), Samples.alpine());
        Path archive = Files.write(
                folder.resolve("o.tar.gz"), seed.disc().orElseThrow().files().get("ingot.apkovl.tar.gz"));
        assertThat(output("tar", "-tvzf", archive.toString()).lines())
                .anyMatch(l -> l.startsWith("-rwxr-xr-x root/root") && l.endsWith("etc/local.d/ingot.start"))
                .anyMatch(l -> l.endsWith("etc/runlevels/default/local -> /etc/init.d/local"));
    }

    /** With a setup-disk that takes over, as the real one does, /etc and what lbu was told of. */
    @Test
    void whatAlpinesScriptLeavesToTheInstalledSystemIsTheUsersHomeAndKey() throws Exception {
        Path root = folder.resolve("root");
        Files.createDirectories(root.resolve("etc"));
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path installed = Files.createDirectories(folder.resolve("installed"));
        for (String quiet : List.of("setup-alpine", "addgroup", "chpasswd", "passwd", "apk", "rc-update", "chown")) {
            tool(tools, quiet, "exit 0");
        }
        tool(tools, "adduser", "for user; do :; done; mkdir -p " + root + "/home/$user");
        tool(tools, "lbu", "echo \"$2\" >> " + folder + "/kept");
        tool(
                tools,
                "setup-disk",
                "cd " + root + "; while read f; do cp -r --parents \"${f#" + root + "/}\" " + installed + "; done < "
                        + folder + "/kept");
        tool(tools, "poweroff", "touch " + folder + "/off");
        String script = new String(AlpineOverlay.scriptBytes(Samples.full(), Samples.alpine()), StandardCharsets.UTF_8)
                .replace("/home/", root + "/home/")
                .replace("/etc/", root + "/etc/");
        Files.writeString(root.resolve("etc/inittab"), "tty1::respawn:/sbin/getty 38400 tty1\n");
        Path file = Files.writeString(folder.resolve("ingot.start"), script);

        output("env", "PATH=" + tools + ":/usr/bin:/bin", "sh", file.toString());
        assertThat(installed.resolve("home/jana/.ssh/authorized_keys")).hasContent(Samples.KEY);
        assertThat(folder.resolve("off")).exists();
    }

    private static void tool(Path folder, String name, String does) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, program)));
    }

    /** What a program says; it must succeed. */
    private static String output(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
