package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListAndShowTest extends CommandLineRig {
    @Test
    void anEmptyListSaysHowToBegin() {
        Result result = ingot("list").succeeds();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("ingot create");
        assertThat(ingot("list", "--json").list()).isEmpty();
    }

    @Test
    void listsStateGoldenImageAndOrigin() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        ingot("start", "web").succeeds();
        assertThat(ingot("list").out().lines().map(String::strip).toList())
                .containsExactly(
                        "NAME    STATE    GOLDEN  FROM       MEMORY  CPUS",
                        "debian  off      ★ v1                2 GiB     2",
                        "web     running          debian v1   2 GiB     2");
    }

    @Test
    void saysWhenACloneIsBehindItsGoldenImage() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        ingot("snapshot", "take", "debian", "Better").succeeds();
        ingot("golden", "promote", "debian", "Better").succeeds();
        assertThat(ingot("list").out()).contains("debian v1 (now v2)");
    }

    @Test
    void theKeysOfTheListAreStable() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        var web = JsonTree.object(ingot("list", "--json").list().get(1));
        assertThat(web.keySet())
                .containsExactly(
                        "id",
                        "name",
                        "domain",
                        "state",
                        "persistent",
                        "memory",
                        "cpus",
                        "firmware",
                        "acceleration",
                        "os",
                        "install",
                        "golden",
                        "lineage",
                        "former");
        assertThat(web)
                .containsEntry("name", "web")
                .containsEntry("state", "off")
                .containsEntry("memory", 2L << 30)
                .containsEntry("firmware", "bios")
                .containsEntry("install", "none");
        assertThat(JsonTree.object(web.get("lineage")).keySet())
                .containsExactly(
                        "source",
                        "sourceName",
                        "snapshot",
                        "snapshotName",
                        "version",
                        "linked",
                        "newerVersion",
                        "update");
        var debian = JsonTree.object(ingot("list", "--json").list().get(0));
        assertThat(JsonTree.object(JsonTree.list(debian.get("golden")).get(0)))
                .containsOnlyKeys("version", "current", "snapshot", "note", "promoted")
                .containsEntry("version", 1L)
                .containsEntry("current", true);
    }

    @Test
    void showsAMachineWithItsSnapshots() {
        golden("debian");
        String out = ingot("show", "debian").succeeds().out();
        assertThat(out)
                .contains("Name          debian")
                .contains("Golden image  ★ v1")
                .contains("Just Imported")
                .contains("└─ Tuned  ← now");
    }

    @Test
    void theKeysOfShowAreStable() {
        golden("debian");
        var shown = ingot("show", "debian", "--json").object();
        assertThat(shown).containsKeys("id", "nvram", "disks", "networkCards", "size", "snapshots");
        assertThat(JsonTree.object(JsonTree.list(shown.get("disks")).get(0)))
                .containsOnlyKeys("target", "device", "source", "format", "readOnly");
        assertThat(JsonTree.object(JsonTree.list(shown.get("networkCards")).get(0)))
                .containsOnlyKeys("mac", "model", "network");
    }

    @Test
    void findsAMachineByNameTitleAndUuid() {
        machine("Build machine / 世界");
        var machine = find("Build machine / 世界");
        for (String reference :
                new String[] {machine.name(), "Build machine / 世界", machine.id().toString()}) {
            assertThat(ingot("show", reference).succeeds().out()).contains("Build machine / 世界");
        }
    }

    @Test
    void anUnknownMachineIsExitCodeThree() {
        ingot("show", "ghost").fails(ExitCode.NOT_FOUND, "There is no virtual machine called \"ghost\"");
    }

    @Test
    void aDaemonThatDoesNotAnswerIsOneSentence() {
        fake.foreign().stopsDaemon();
        assertThat(ingot("list").code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void colourIsForTerminalsAlone() {
        golden("debian");
        assertThat(ingot("list").out()).doesNotContain("\u001b");
        tty = true;
        assertThat(ingot("list").out()).contains("\u001b[33m");
        environment.put("NO_COLOR", "");
        assertThat(ingot("list").out()).doesNotContain("\u001b");
    }

    @Test
    void aNameCannotCommandTheTerminal() {
        machine("bad");
        fake.machines().setTitle(find("bad").id(), "red \u001b[31m \u202e turned");
        tty = true;
        environment.put("NO_COLOR", "1");
        assertThat(ingot("list").out())
                .doesNotContain("\u001b")
                .doesNotContain("\u202e")
                .contains("turned");
    }
}
