package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.Capability;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotTest extends CommandLineRig {
    @Test
    void takesOneWithANoteAndShowsIt() {
        machine("a");
        var taken = ingot("snapshot", "take", "a", "Before the update", "--note", "stable", "--json")
                .object();
        assertThat(taken)
                .containsOnlyKeys("id", "name", "note", "created", "parent", "current", "kind", "consistency", "memory")
                .containsEntry("name", "Before the update")
                .containsEntry("note", "stable")
                .containsEntry("consistency", "off")
                .containsEntry("current", true);
        assertThat(ingot("snapshot", "list", "a").out())
                .contains("└─ Before the update  ← now")
                .contains("stable");
    }

    @Test
    void theKeysOfTheListAreStable() {
        golden("a");
        var list = ingot("snapshot", "list", "a", "--json").list();
        assertThat(JsonTree.object(list.get(1)))
                .containsOnlyKeys(
                        "id",
                        "name",
                        "note",
                        "created",
                        "parent",
                        "current",
                        "kind",
                        "consistency",
                        "memory",
                        "depth",
                        "goldenVersion",
                        "size",
                        "clones")
                .containsEntry("goldenVersion", 1L)
                .containsEntry("depth", 1L);
    }

    @Test
    void keepsTheMemoryOfARunningMachine() {
        machine("a");
        ingot("start", "a").succeeds();
        assertThat(ingot("snapshot", "take", "a", "Live", "--memory").succeeds().out())
                .contains("with memory");
        ingot("kill", "a").succeeds();
        ingot("snapshot", "take", "a", "Again", "--memory").fails(ExitCode.FAILED, "no memory to keep");
    }

    @Test
    void saysThatWhatATpmKeepsIsNoPartOfIt() {
        fake.foreign().sets(Capability.TPM, true);
        ingot("create", "t", "--import", image(), "--tpm").succeeds();
        assertThat(ingot("snapshot", "take", "t", "Live", "--memory").succeeds().err())
                .isEmpty();
        ingot("kill", "t").succeeds();
        assertThat(ingot("snapshot", "take", "t", "Off").succeeds().err()).contains("TPM", "recovery key");
        assertThat(ingot("snapshot", "revert", "t", "Off").succeeds().err()).contains("TPM stays as it is now");
        assertThat(ingot("clone", "t", "c", "--current").succeeds().err()).contains("an empty TPM");
    }

    @Test
    void withoutANameItIsCalledAfterTheTime() {
        machine("a");
        assertThat(ingot("snapshot", "take", "a").succeeds().out()).contains("Took \"Snapshot 20");
    }

    @Test
    void revertsAndLetsThePresentGo() {
        machine("a");
        write("a", "colour", "blue");
        ingot("snapshot", "take", "a", "Blue").succeeds();
        write("a", "colour", "red");
        ingot("snapshot", "revert", "a", "Blue").succeeds();
        assertThat(disk("a")).containsEntry("colour", "blue");
        assertThat(ingot("check").code()).isZero();
    }

    @Test
    void revertKeepsThePresentWhenAsked() {
        machine("a");
        write("a", "colour", "red");
        ingot("snapshot", "revert", "a", "Just Imported", "--keep", "Red").succeeds();
        assertThat(disk("a")).doesNotContainKey("colour");
        ingot("snapshot", "revert", "a", "Red", "--keep").succeeds();
        assertThat(disk("a")).containsEntry("colour", "red");
        assertThat(ingot("snapshot", "list", "a").out()).contains("Before reverting");
    }

    @Test
    void renamesAndKeepsTheNote() {
        machine("a");
        ingot("snapshot", "take", "a", "One", "--note", "keep me").succeeds();
        ingot("snapshot", "rename", "a", "One", "Zwei / 二").succeeds();
        assertThat(ingot("snapshot", "list", "a").out()).contains("Zwei / 二").contains("keep me");
        ingot("snapshot", "rename", "a", "Zwei / 二", "Just Imported").fails(ExitCode.FAILED, "already a snapshot");
    }

    @Test
    void deletesButNotAGoldenOne() {
        golden("a");
        ingot("snapshot", "delete", "a", "Just Imported").succeeds();
        ingot("snapshot", "delete", "a", "Tuned").fails(ExitCode.IN_USE, "demote it first");
        ingot("snapshot", "delete", "a", "ghost").fails(ExitCode.NOT_FOUND, "ghost");
    }

    private void write(String machine, String key, String value) {
        ingot("start", machine).succeeds();
        fake.guest().writes(find(machine).id(), "vda", key, value);
        ingot("kill", machine).succeeds();
    }

    private Map<String, String> disk(String machine) {
        return fake.guest().reads(find(machine).id(), "vda");
    }
}
