package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpaceTest extends CommandLineRig {
    @BeforeEach
    void aGoldenImageWithAClone() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
    }

    @Test
    void showsAllOrOneWithItsSnapshots() {
        Result all = ingot("space").succeeds();
        assertThat(all.out()).contains("NAME", "OWN", "SHARED", "FREED", "FULL", "DEPTH", "debian", "web");
        assertThat(all.out()).doesNotContain("Tuned");
        assertThat(all.err()).contains("Pool ingot: ").contains(" free.");
        assertThat(ingot("space", "debian").out()).contains("Tuned  ★ v1").doesNotContain("web");
    }

    @Test
    void theKeysAreStable() {
        var report = ingot("space", "debian", "--json").object();
        assertThat(report).containsOnlyKeys("machines", "pools");
        var machine = JsonTree.object(JsonTree.list(report.get("machines")).get(0));
        assertThat(machine).containsOnlyKeys("id", "name", "own", "shared", "freed", "full", "depth", "snapshots");
        assertThat(JsonTree.object(JsonTree.list(machine.get("snapshots")).get(0)))
                .containsOnlyKeys("id", "name", "own", "shared", "freed", "full");
        assertThat(JsonTree.object(JsonTree.list(report.get("pools")).get(0)))
                .containsOnlyKeys("name", "used", "leftover", "free");
    }
}
