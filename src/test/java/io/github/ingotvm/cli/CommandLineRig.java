package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.history.History;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.osinfo.OsLibrary;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.Systems;
import io.github.ingotvm.testkit.TestDisc;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands against a hypervisor in memory, each with a connection of its own as the real program has. */
abstract class CommandLineRig {

    @TempDir
    Path folder = Path.of("");

    final FakeState host = new FakeState();
    final FakeHypervisor fake = new FakeHypervisor(host);
    final Map<String, String> environment = new HashMap<>();
    final List<String> connections = new ArrayList<>();
    final List<String> windows = new ArrayList<>();
    boolean tty;
    String typed = "";
    private String command = "";

    /** What a command did. */
    record Result(int code, String out, String err) {
        Result succeeds() {
            assertThat(code).as(out + err).isZero();
            return this;
        }

        /** Ends with this code and one line that has these words. */
        void fails(int expected, String words) {
            assertThat(err.strip()).contains(words).doesNotContain("\n").startsWith("ingot: ");
            assertThat(code).as(err).isEqualTo(expected);
        }

        @Nullable
        Object json() {
            succeeds();
            return JsonTree.read(out);
        }

        Map<String, @Nullable Object> object() {
            return JsonTree.object(json());
        }

        List<@Nullable Object> list() {
            return JsonTree.list(json());
        }
    }

    final Result ingot(String... args) {
        command = "ingot " + String.join(" ", args);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = cli(out, err).run(args);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    final Cli cli(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                tty,
                tty,
                tty,
                environment);
        return new Cli(
                terminal,
                new Cli.Wiring(
                        () -> Systems.of(noDatabase()),
                        () -> Downloads.of(noDatabase()),
                        this::connect,
                        this::history,
                        windows::add,
                        () -> {},
                        Path.of("/log")));
    }

    /** The systems that Ingot knows by itself, whatever computer this is. */
    private Map<String, String> noDatabase() {
        String none = folder.resolve("none").toString();
        return Map.of(
                "OSINFO_SYSTEM_DIR", none, "OSINFO_LOCAL_DIR", none, "OSINFO_USER_DIR", none, "XDG_CACHE_HOME", none);
    }

    private Services connect(String uri) {
        connections.add(uri);
        return Services.on(new FakeHypervisor(host), folder.resolve("locks"), OsLibrary.builtIn(), history(uri));
    }

    private History history(String uri) {
        return History.in(folder.resolve("state"), new History.Author("someone", command, uri));
    }

    final String disc() {
        return TestDisc.write(folder.resolve("demo.iso"), "INGOT_DEMO").toString();
    }

    final String image() {
        byte[] image = new byte[4096];
        image[510] = 0x55;
        image[511] = (byte) 0xAA;
        try {
            return Files.write(folder.resolve("disk.img"), image).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A machine that is off, with the snapshot Just Imported. */
    final void machine(String name) {
        ingot("create", name, "--import", image(), "--no-start").succeeds();
    }

    /** A machine with the golden image v1 on its snapshot "Tuned". */
    final void golden(String name) {
        machine(name);
        ingot("snapshot", "take", name, "Tuned").succeeds();
        ingot("golden", "promote", name, "Tuned").succeeds();
    }

    final VirtualMachine find(String name) {
        return fake.machines().list().stream()
                .filter(m -> m.displayName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no machine " + name));
    }

    final List<String> names() {
        return fake.machines().list().stream()
                .map(VirtualMachine::displayName)
                .sorted()
                .toList();
    }

    /** The installer writes its system and reboots, as its last act. */
    final void installerEnds(String name) {
        var id = find(name).id();
        for (int i = 0; i < 80; i++) {
            fake.guest().writes(id, "vda", "block" + i, "system");
        }
        fake.guest().reboots(id);
    }
}
