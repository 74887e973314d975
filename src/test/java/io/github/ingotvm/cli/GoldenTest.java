package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoldenTest extends CommandLineRig {
    @Test
    void promotesListsAndShows() {
        machine("debian");
        ingot("golden", "promote", "debian", "Just Imported", "--note", "first").succeeds();
        assertThat(ingot("golden", "list").out())
                .contains("debian")
                .contains("★ v1")
                .contains("intact");
        assertThat(ingot("golden", "list", "debian").out()).contains("first");
        assertThat(ingot("golden", "show", "debian").out())
                .contains("Golden image  debian")
                .contains("Version       v1, current")
                .contains("Clones        none");
        ingot("golden", "promote", "debian", "Just Imported").fails(ExitCode.FAILED, "already golden image v1");
    }

    @Test
    void theKeysAreStable() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        var keys = new String[] {
            "machine",
            "name",
            "imageOnly",
            "imageNote",
            "author",
            "version",
            "current",
            "snapshot",
            "snapshotName",
            "note",
            "promoted",
            "intact",
            "sealed",
            "contents",
            "size",
            "clones",
            "dependants"
        };
        assertThat(JsonTree.object(ingot("golden", "list", "--json").list().get(0)))
                .containsOnlyKeys(keys);
        var shown =
                ingot("golden", "show", "debian", "--version", "v1", "--json").object();
        assertThat(shown).containsOnlyKeys(keys).containsEntry("version", 1L);
        assertThat(JsonTree.object(JsonTree.list(shown.get("dependants")).get(0)))
                .containsOnlyKeys("id", "name")
                .containsEntry("name", "web");
    }

    @Test
    void demotesToTheVersionBefore() {
        golden("debian");
        ingot("golden", "promote", "debian", "Just Imported").succeeds();
        assertThat(ingot("golden", "demote", "debian").succeeds().out())
                .contains("v2")
                .contains("v1 is current now");
        ingot("golden", "demote", "debian", "--version", "2").fails(ExitCode.NOT_FOUND, "no golden image v2");
        ingot("golden", "demote", "debian", "--version", "1").succeeds();
        ingot("golden", "show", "debian").fails(ExitCode.NOT_FOUND, "has no golden image");
        assertThat(ingot("golden", "list").succeeds().err()).contains("no golden images");
    }
}
