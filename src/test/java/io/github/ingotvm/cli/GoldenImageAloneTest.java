package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldenImageAloneTest extends CommandLineRig {
    @BeforeEach
    void aMachineIsDeletedAndItsGoldenImageKept() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        assertThat(ingot("delete", "debian", "--keep-golden", "--yes")
                        .succeeds()
                        .out())
                .isEqualTo("Deleted debian; its golden image lives on as debian.\n");
    }

    @Test
    void itIsListedAmongGoldenImagesOnly() {
        assertThat(ingot("list", "--json").out()).contains("web").doesNotContain("\"name\" : \"debian\"");
        assertThat(ingot("list").out()).doesNotContain("★").contains("debian v1");
        assertThat(ingot("golden", "list").out()).contains("debian", "v1", "intact");
        assertThat(ingot("golden", "show", "debian").out()).contains("Machine       deleted");
        assertThat(ingot("golden", "show", "debian", "--json").object())
                .containsEntry("imageOnly", true)
                .containsEntry("name", "debian");
        assertThat(ingot("names").out()).isEqualTo("debian\nweb\n");
        assertThat(ingot("check").code()).isZero();
    }

    @Test
    void itsHistoryTells() {
        assertThat(ingot("history", "debian").out()).contains("deleted, and its golden image kept");
    }

    @Test
    void clonesAreCastFromItByItsName() {
        ingot("clone", "debian", "mail").succeeds();
        machine("debian");
        ingot("clone", "debian", "news").succeeds();
        ingot("run", "debian", "for-now").succeeds();
        assertThat(names()).contains("web", "mail", "debian", "news");
    }

    @Test
    void allItsClonesAreAddressedByItsNameAlsoWhenAMachineHasThatNameToo() {
        machine("debian");
        assertThat(ingot("golden", "reset", "--all-of", "debian", "--dry-run")
                        .succeeds()
                        .out())
                .contains("web");
        assertThat(ingot("golden", "update", "--all-of", "debian", "--json")
                        .succeeds()
                        .out())
                .contains("web");
    }

    @Test
    void itIsNoMachine() {
        ingot("start", "debian").fails(ExitCode.FAILED, "without a machine of its own");
        ingot("rename", "debian", "x").fails(ExitCode.FAILED, "without a machine of its own");
        ingot("delete", "debian", "--keep-golden", "-y").fails(ExitCode.FAILED, "without a machine of its own");
    }

    @Test
    void itAlwaysHasANameOfItsOwn() {
        ingot("golden", "name", "debian").fails(ExitCode.USAGE, "give it a name");
        ingot("golden", "name", "debian", "--note", "for all").succeeds();
        assertThat(ingot("golden", "list").out()).contains("debian");
        ingot("golden", "name", "debian", "Standard").succeeds();
        assertThat(ingot("golden", "show", "Standard").out()).contains("for all");
    }

    @Test
    void itIsDeletedOnceNothingStandsOnIt() {
        ingot("delete", "debian", "-y").fails(ExitCode.IN_USE, "web stands on its disks");
        ingot("delete", "debian", "web", "-y").succeeds();
        assertThat(ingot("golden", "list").out()).isEmpty();
        assertThat(ingot("check").code()).isZero();
    }

    @Test
    void aMachineWithoutGoldenImageIsRefused() {
        machine("plain");
        ingot("delete", "plain", "--keep-golden", "-y").fails(ExitCode.NOT_FOUND, "no golden image");
        assertThat(ingot("delete", "plain", "--keep-golden", "--with-clones", "-y")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aChangedCloneBecomesItsNextVersion() {
        assertThat(ingot("golden", "edit", "debian").succeeds().out()).isEqualTo("debian (editing)\n");
        assertThat(ingot("golden", "edit", "debian").succeeds().out()).isEqualTo("debian (editing) 2\n");
        ingot("snapshot", "take", "debian (editing)", "Better").succeeds();
        assertThat(ingot("golden", "promote", "debian (editing)", "Better", "--as-next-of", "debian", "--seal")
                        .succeeds()
                        .out())
                .isEqualTo("\"Better\" is golden image v2 of debian.\n");
        assertThat(ingot("list").out()).contains("debian v1 (now v2)").contains("debian v2");
        ingot("golden", "update", "web").succeeds();
        ingot("delete", "debian (editing)", "-y").succeeds();
        assertThat(ingot("golden", "verify", "debian").succeeds().out()).contains("v2");
        assertThat(ingot("check").code()).isZero();
    }
}
