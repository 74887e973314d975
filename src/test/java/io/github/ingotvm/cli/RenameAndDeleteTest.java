package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenameAndDeleteTest extends CommandLineRig {
    @Test
    void renames() {
        machine("a");
        assertThat(ingot("rename", "a", "Build machine / \"x\" <&> 世界")
                        .succeeds()
                        .out())
                .contains("a is now called Build machine / \"x\" <&> 世界.");
        machine("b");
        ingot("rename", "b", "Build machine / \"x\" <&> 世界").fails(ExitCode.FAILED, "already");
        ingot("rename", "b", "two\nlines").fails(ExitCode.USAGE, "line break");
    }

    @Test
    void setsMemoryAndProcessors() {
        machine("a");
        assertThat(ingot("set", "a", "--memory", "512M").succeeds().out())
                .isEqualTo("a has 512 MiB memory and 2 CPUs.\n");
        ingot("start", "a").succeeds();
        assertThat(ingot("set", "a", "--cpus", "1").succeeds().out())
                .isEqualTo("a has 512 MiB memory and 1 CPU from its next start.\n");
        ingot("set", "a").fails(ExitCode.USAGE, "Say what to set");
        ingot("set", "a", "--memory", "1K").fails(ExitCode.USAGE, "at least 16 MiB");
    }

    @Test
    void deletesWhenTold() {
        machine("a");
        machine("b");
        assertThat(ingot("delete", "a", "b", "--yes").succeeds().out()).isEqualTo("Deleted a.\nDeleted b.\n");
        assertThat(names()).isEmpty();
        assertThat(ingot("check").code()).isZero();
    }

    @Test
    void deletesASourceTogetherWithItsClones() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        ingot("delete", "web", "debian", "-y").succeeds();
        assertThat(names()).isEmpty();
    }

    @Test
    void deletesASourceWithItsClonesWhateverTheOrder() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        ingot("clone", "debian", "mail").succeeds();
        machine("other");
        ingot("delete", "other", "debian", "web", "-y").fails(ExitCode.IN_USE, "mail stands on its disks");
        assertThat(names()).containsExactlyInAnyOrder("debian", "web", "mail", "other");
        Result all = ingot("delete", "debian", "--with-clones", "-y").succeeds();
        assertThat(all.out()).endsWith("Deleted debian.\n").contains("Deleted web.", "Deleted mail.");
        assertThat(names()).containsExactly("other");
        assertThat(ingot("check").code()).isZero();
    }

    @Test
    void withoutATerminalItMustBeTold() {
        machine("a");
        ingot("delete", "a").fails(ExitCode.USAGE, "add --yes");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void asksOnATerminalAndTakesNothingForNo() {
        machine("a");
        tty = true;
        typed = "\n";
        Result result = ingot("delete", "a");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("Delete a with all snapshots? [y/N]").contains("Nothing was deleted.");
        typed = "";
        assertThat(ingot("delete", "a").code()).isEqualTo(ExitCode.FAILED);
        assertThat(names()).containsExactly("a");
        typed = "Y\n";
        ingot("delete", "a").succeeds();
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesWhileClonesStandOnIt() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        ingot("delete", "debian", "--yes").fails(ExitCode.IN_USE, "web stands on its disks");
        // Refused before it is asked for.
        ingot("delete", "debian").fails(ExitCode.IN_USE, "web");
    }

    @Test
    void refusesARunningMachine() {
        machine("a");
        ingot("start", "a").succeeds();
        ingot("delete", "a", "--yes").fails(ExitCode.FAILED, "is running");
    }

    @Test
    void anAmbiguousNameIsRefused() {
        machine("a");
        machine("b");
        fake.machines().setTitle(find("a").id(), "same");
        fake.machines().setTitle(find("b").id(), "same");
        ingot("delete", "same", "--yes").fails(ExitCode.USAGE, "use one of their UUIDs");
    }
}
