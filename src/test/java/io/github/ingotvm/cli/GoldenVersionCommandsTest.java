package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldenVersionCommandsTest extends CommandLineRig {
    @BeforeEach
    void twoVersions() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        ingot("set", "debian", "--memory", "64M").succeeds();
        ingot("snapshot", "take", "debian", "Better").succeeds();
        ingot("golden", "promote", "debian", "Better", "--note", "better").succeeds();
    }

    @Test
    void aGoldenImageHasANameAndANote() {
        ingot("golden", "name", "debian", "Standard desk", "--note", "for the office")
                .succeeds();
        assertThat(ingot("golden", "list").out()).contains("Standard desk");
        assertThat(ingot("golden", "show", "Standard desk").out())
                .contains("Golden image  Standard desk")
                .contains("For           for the office");
        ingot("clone", "Standard desk", "web-2").succeeds();
        ingot("golden", "name", "debian").succeeds();
        assertThat(ingot("golden", "show", "debian").out())
                .contains("Golden image  debian")
                .contains("for the office");
    }

    @Test
    void aVersionIsNotedAnew() {
        ingot("golden", "note", "debian", "v2", "even better").succeeds();
        assertThat(ingot("golden", "list").out()).contains("even better");
        ingot("golden", "note", "debian", "7", "x").fails(ExitCode.NOT_FOUND, "no golden image v7");
    }

    @Test
    void anOlderVersionIsMadeCurrent() {
        ingot("golden", "current", "debian", "1").succeeds();
        assertThat(ingot("list").out()).contains("★ v1").doesNotContain("(now");
        ingot("golden", "update", "web", "--to", "2").succeeds();
        assertThat(ingot("list").out()).contains("debian v2 (now v1)");
        var lineage = JsonTree.object(ingot("show", "web", "--json").object().get("lineage"));
        assertThat(lineage).containsEntry("newerVersion", null).containsEntry("update", 1L);
    }

    @Test
    void comparesVersions() {
        assertThat(ingot("golden", "compare", "debian", "1", "2").succeeds().out())
                .contains("v2            ")
                .contains(": better")
                .contains("Disks         at most ")
                .contains("memory: 2048 MiB → 64 MiB");
        assertThat(ingot("golden", "compare", "debian", "1", "2", "--json").object())
                .containsOnlyKeys("from", "to", "differing", "hardware")
                .containsEntry("to", 2L);
        ingot("golden", "compare", "debian", "1", "9").fails(ExitCode.NOT_FOUND, "v9");
    }

    @Test
    void retiresWhatNothingNeeds() {
        ingot("golden", "retire", "debian", "1").fails(ExitCode.IN_USE, "web is on it");
        ingot("golden", "retire", "debian", "2").fails(ExitCode.FAILED, "current");
        assertThat(ingot("golden", "retire", "debian", "--unneeded").succeeds().err())
                .contains("Every version of debian is needed");
        ingot("golden", "update", "web").succeeds();
        ingot("golden", "retire", "debian", "1").fails(ExitCode.IN_USE, "undo");
        ingot("golden", "undo", "web", "--drop").succeeds();
        assertThat(ingot("golden", "retire", "debian", "--unneeded", "--dry-run")
                        .out())
                .isEqualTo("Would retire v1 of debian.\n");
        assertThat(ingot("golden", "retire", "debian", "--unneeded").out()).isEqualTo("Retired v1 of debian.\n");
        assertThat(ingot("snapshot", "list", "debian").out()).doesNotContain("Tuned");
        assertThat(ingot("check").succeeds().err()).contains("All is well");
        ingot("golden", "retire", "debian").fails(ExitCode.USAGE, "--unneeded");
    }
}
