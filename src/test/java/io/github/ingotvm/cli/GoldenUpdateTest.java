package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.PowerState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldenUpdateTest extends CommandLineRig {
    @BeforeEach
    void clonesThatAreBehind() {
        golden("debian");
        ingot("clone", "debian", "web-{1..2}").succeeds();
        ingot("snapshot", "take", "debian", "Better").succeeds();
        ingot("golden", "promote", "debian", "Better").succeeds();
    }

    @Test
    void updatesOneAndAll() {
        assertThat(ingot("golden", "update", "web-1").succeeds().out()).isEqualTo("web-1 is on v2.\n");
        assertThat(ingot("golden", "update", "--all-of", "debian").succeeds().out())
                .isEqualTo("web-1 is on v2 already.\nweb-2 is on v2.\n");
        assertThat(ingot("list").out()).doesNotContain("(now v2)");
    }

    @Test
    void aDryRunChangesNothing() {
        ingot("start", "web-2").succeeds();
        assertThat(ingot("golden", "update", "--all-of", "debian", "--dry-run")
                        .succeeds()
                        .out())
                .contains("web-1")
                .contains("v1    v2")
                .contains("must be shut down first");
        assertThat(ingot("list").out()).contains("(now v2)");
        var change = JsonTree.object(
                ingot("golden", "update", "web-2", "--dry-run", "--json").list().get(0));
        assertThat(change)
                .containsOnlyKeys(
                        "id",
                        "name",
                        "needed",
                        "running",
                        "from",
                        "to",
                        "written",
                        "snapshots",
                        "dropsUndo",
                        "obstacle")
                .containsEntry("running", true)
                .containsEntry("from", 1L)
                .containsEntry("to", 2L);
    }

    @Test
    void oneThatRunsIsLeftAndTheOthersAreUpdated() {
        ingot("start", "web-1").succeeds();
        Result result = ingot("golden", "update", "web-1", "web-2");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).isEqualTo("web-2 is on v2.\n");
        assertThat(result.err()).contains("ingot: web-1 is running");
        ingot("golden", "update", "web-1", "--shut-down").succeeds();
        assertThat(find("web-1").state()).isEqualTo(PowerState.RUNNING);
        ingot("golden", "reset", "web-1", "--force", "--no-start").succeeds();
        assertThat(find("web-1").state()).isEqualTo(PowerState.OFF);
    }

    @Test
    void goesBackAndForthUntilTheUndoIsDropped() {
        ingot("golden", "update", "web-1").succeeds();
        assertThat(ingot("show", "web-1").out()).contains("Undo          `ingot golden undo`");
        assertThat(ingot("golden", "undo", "web-1").succeeds().out()).isEqualTo("web-1 is back on v1, as it was.\n");
        assertThat(JsonTree.object(ingot("show", "web-1", "--json").object().get("former")))
                .containsOnlyKeys("version", "snapshotName", "left")
                .containsEntry("version", 2L);
        assertThat(ingot("golden", "undo", "--all-of", "debian", "--drop")
                        .succeeds()
                        .out())
                .isEqualTo("What web-1 was before is gone.\n");
        ingot("golden", "undo", "web-1").fails(ExitCode.NOT_FOUND, "no former state of web-1");
    }

    @Test
    void theKeysOfAnOutcomeAreStable() {
        assertThat(JsonTree.object(
                        ingot("golden", "reset", "web-1", "--json").list().get(0)))
                .containsOnlyKeys("id", "name", "changed", "failure")
                .containsEntry("changed", true);
    }

    @Test
    void saysWhatCannotBeUpdated() {
        ingot("golden", "update", "debian").fails(ExitCode.FAILED, "debian is no clone");
        ingot("golden", "update", "web-1", "--to", "7").fails(ExitCode.NOT_FOUND, "no golden image v7");
        ingot("golden", "update").fails(ExitCode.USAGE, "--all-of");
        ingot("golden", "update", "web-1", "--all-of", "debian").fails(ExitCode.USAGE, "--all-of");
        assertThat(ingot("golden", "update", "--all-of", "web-1").succeeds().err())
                .contains("no linked clones");
    }
}
