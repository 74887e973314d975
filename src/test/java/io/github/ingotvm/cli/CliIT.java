package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.service.install.DemoDisc;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program as people run it: a process of its own, on real libvirt and QEMU. */
@ExtendWith(PrivateLibvirtExtension.class)
class CliIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PrivateLibvirt libvirt;

    @TempDir
    Path folder = Path.of("");

    CliIT(PrivateLibvirt libvirt) {
        this.libvirt = libvirt;
    }

    @AfterEach
    void removeMachines() {
        for (Object each : JsonTree.list(ingot("list", "--json").json())) {
            Map<String, @Nullable Object> machine = JsonTree.object(each);
            String id = String.valueOf(machine.get("id"));
            if (!"off".equals(machine.get("state"))) {
                ingot("kill", id);
            }
        }
        List<String> delete = new ArrayList<>(List.of("delete", "--yes"));
        // Clones before what they stand on.
        List<@Nullable Object> left = JsonTree.list(ingot("list", "--json").json());
        left.stream()
                .map(JsonTree::object)
                .sorted((a, b) -> Boolean.compare(a.get("lineage") == null, b.get("lineage") == null))
                .forEach(m -> delete.add(String.valueOf(m.get("id"))));
        if (delete.size() > 2) {
            ingot(delete.toArray(String[]::new)).succeeds();
        }
    }

    @Test
    void theDemoRunsFromDiscToClonesAndLeavesNothing() {
        Program.Result demo = ingot("demo").succeeds();
        assertThat(demo.out())
                .contains("edits=3, 3 times")
                .contains("└─ Tuned  ★ v1")
                .contains("its machines are removed");
        assertThat(JsonTree.list(ingot("list", "--json").json())).isEmpty();
        ingot("check").succeeds();
    }

    @Test
    void ctrlCEndsTheDemoWith130AndLeavesNothing() {
        Program.Running demo = program().start("demo");
        await().atMost(PATIENCE)
                .until(() -> ingot("list", "--json").out().contains("\"lineage\" : {")
                        || !demo.process().isAlive());
        assertThat(demo.interrupt().code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(JsonTree.list(ingot("list", "--json").json())).isEmpty();
        ingot("check").succeeds();
    }

    @Test
    void theWholePathCommandByCommand() {
        String name = "Golden <&> \"Ümläut\" / 世界";
        ingot("create", name, "--iso", disc().toString(), "--wait").succeeds();
        assertThat(ingot("snapshot", "list", name).out()).contains("Just Installed");
        ingot("snapshot", "take", name, "Tuned / 1", "--memory").succeeds();
        ingot("golden", "promote", name, "Tuned / 1", "--note", "first").succeeds();
        assertThat(ingot("clone", name, "web-{1..2}", "--start").succeeds().out())
                .isEqualTo("web-1\nweb-2\n");
        ingot("stop", "web-1", "web-2", "--wait").succeeds();
        ingot("clone", name, "copy", "--full").succeeds();
        ingot("rename", name, "Master").succeeds();
        assertThat(ingot("list").out()).contains("Master v1");
        ingot("snapshot", "revert", "Master", "Just Installed", "--keep", "Kept")
                .succeeds();
        Program.Result refused = ingot("delete", "Master", "--yes");
        assertThat(refused.code()).isNotZero();
        ingot("kill", "Master").succeeds();
        assertThat(ingot("delete", "Master", "--yes").code()).isEqualTo(ExitCode.IN_USE);
        assertThat(ingot("show", "Master", "--json").json()).isNotNull();
        ingot("check").succeeds();
        ingot("delete", "web-1", "web-2", "Master", "--yes").succeeds();
        ingot("start", "copy").succeeds();
        ingot("check").succeeds();
    }

    @Test
    void whatCannotBeDoneIsOneSentence() {
        assertThat(ingot("show", "ghost").code()).isEqualTo(ExitCode.NOT_FOUND);
        Program.Result nowhere = ingot("list", "--connect", "qemu+unix:///session?socket=/nowhere/sock");
        assertThat(nowhere.code()).isEqualTo(ExitCode.FAILED);
        assertThat(nowhere.err().strip())
                .startsWith("ingot: ")
                .doesNotContain("\n")
                .doesNotContain("Exception");
        Program.Result nonsense = ingot("list", "--connect", "nonsense");
        assertThat(nonsense.code()).isNotZero();
        assertThat(nonsense.err().strip()).doesNotContain("\n").doesNotContain("Exception");
    }

    @Test
    void aLogThatCannotBeWrittenStopsNothing() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        Program.Result result =
                program().with("XDG_STATE_HOME", noFolder.toString()).run("list");
        assertThat(result.succeeds().out()).isEmpty();
    }

    @Test
    void theLogIsInTheStateFolder() {
        ingot("show", "ghost");
        assertThat(folder.resolve("state/ingot/ingot.log")).content().contains("ghost");
    }

    @Test
    void withoutADisplayTheWindowIsOneSentence() {
        Program.Result result =
                program().without("DISPLAY").without("WAYLAND_DISPLAY").run();
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("There is no display");
    }

    private Path disc() {
        return DemoDisc.unpack(libvirt.shared());
    }

    private Program.Result ingot(String... args) {
        return program().run(args);
    }

    private Program program() {
        return new Program(libvirt, folder);
    }
}
