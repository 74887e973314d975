package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompactTest extends CommandLineRig {
    @Test
    void mergesWhatADeletedSnapshotLeft() {
        machine("debian");
        ingot("snapshot", "take", "debian", "One").succeeds();
        ingot("snapshot", "take", "debian", "Two").succeeds();
        ingot("snapshot", "delete", "debian", "One").succeeds();
        assertThat(ingot("compact", "debian", "--dry-run").succeeds().out())
                .startsWith("Would merge 1 layer of debian");
        assertThat(depth()).isEqualTo(4L);
        assertThat(ingot("compact", "debian").succeeds().out()).startsWith("Merged 1 layer of debian");
        assertThat(depth()).isEqualTo(3L);
        assertThat(ingot("compact", "debian").succeeds().out()).isEqualTo("There is nothing to merge in debian now.\n");
        assertThat(ingot("check").succeeds().err()).contains("All is well");
    }

    private @Nullable Object depth() {
        var report = ingot("space", "debian", "--json").object();
        return JsonTree.object(JsonTree.list(report.get("machines")).get(0)).get("depth");
    }

    @Test
    void saysWhatHasToWait() {
        machine("debian");
        ingot("snapshot", "take", "debian", "One").succeeds();
        ingot("snapshot", "take", "debian", "Two").succeeds();
        ingot("clone", "debian", "other", "--from", "Two").succeeds();
        ingot("snapshot", "delete", "debian", "One").succeeds();
        ingot("start", "debian").succeeds();
        Result result = ingot("compact", "debian").succeeds();
        assertThat(result.out()).contains("nothing to merge");
        assertThat(result.err()).contains("1 layer more once debian is off.");
        var json = JsonTree.object(ingot("compact", "debian", "--json").list().get(0));
        assertThat(json).containsOnlyKeys("id", "name", "merged", "blocked");
        assertThat(JsonTree.object(JsonTree.list(json.get("blocked")).get(0)))
                .containsOnlyKeys("into", "layers", "remains", "bytes", "blockedBy");
    }

    @Test
    void detachesClones() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        assertThat(ingot("detach", "web").succeeds().out()).isEqualTo("web depends on nothing any more.\n");
        assertThat(ingot("show", "web").out()).contains("debian v1, full");
        ingot("detach", "web").fails(ExitCode.FAILED, "web is no linked clone");
        ingot("delete", "debian", "--yes").succeeds();
        ingot("start", "web").succeeds();
    }
}
