package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TreeTest extends CommandLineRig {
    @Test
    void showsWhatCameFromWhat() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        ingot("clone", "debian", "copy", "--full").succeeds();
        machine("other");
        assertThat(ingot("tree").succeeds().out()).isEqualTo("""
                debian  off
                └─ Just Imported
                   └─ Tuned  ★ v1 current  ← now
                      ├─ web  linked clone, off
                      └─ copy  full clone, off
                other  off
                └─ Just Imported  ← now
                """);
        assertThat(ingot("tree", "web").succeeds().out()).isEqualTo("""
                debian  off
                └─ Just Imported
                   └─ Tuned  ★ v1 current  ← now
                      └─ web  linked clone, off
                """);
    }

    @Test
    void stacksManyClonesAlike() {
        golden("debian");
        ingot("clone", "debian", "qa-{01..30}").succeeds();
        assertThat(ingot("tree").succeeds().out()).contains("30 linked clones  qa-01 … qa-30");
        assertThat(ingot("tree", "--all").succeeds().out())
                .contains("qa-17  linked clone")
                .doesNotContain("30 linked");
        assertThat(ingot("tree", "qa-17").succeeds().out()).contains("qa-17").doesNotContain("qa-18");
    }

    @Test
    void isPrintedForOtherPrograms() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        assertThat(ingot("tree", "--dot").succeeds().out()).startsWith("digraph ingot {");
        assertThat(ingot("tree", "--svg").succeeds().out()).startsWith("<?xml").contains(">web<");
        var root = JsonTree.object(ingot("tree", "debian", "--json").list().get(0));
        assertThat(root)
                .containsEntry("kind", "machine")
                .containsEntry("name", "debian")
                .containsEntry("state", "off");
        ingot("tree", "--dot", "--svg").fails(ExitCode.USAGE, "mutually exclusive");
        ingot("tree", "nobody").fails(ExitCode.NOT_FOUND, "nobody");
    }

    @Test
    void saysHowToBeginWhenThereIsNothing() {
        assertThat(ingot("tree").succeeds().err()).contains("ingot create");
    }
}
