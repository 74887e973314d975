package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.PowerState;
import org.junit.jupiter.api.Test;

class CloneTest extends CommandLineRig {
    @Test
    void clonesTheGoldenImage() {
        golden("debian");
        Result result = ingot("clone", "debian", "web").succeeds();
        assertThat(result.out()).isEqualTo("web\n");
        assertThat(result.err()).contains("Made 1 linked clone of debian in ");
        assertThat(find("web").mark().lineage().orElseThrow().linked()).isTrue();
    }

    @Test
    void clonesManyByAPattern() {
        golden("debian");
        assertThat(ingot("clone", "debian", "web-{01..03}", "--start")
                        .succeeds()
                        .out())
                .isEqualTo("web-01\nweb-02\nweb-03\n");
        assertThat(find("web-02").state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void clonesReceiveNewDataDisks() {
        golden("debian");
        ingot("clone", "debian", "web", "--data-disk", "20G", "--data-disk", "1M")
                .succeeds();
        assertThat(ingot("disk", "list", "web").out()).contains("vdb", "20 GiB", "vdc", "1 MiB");
        ingot("clone", "debian", "tiny", "--data-disk", "1K").fails(ExitCode.USAGE, "at least 1 MiB");
        ingot("clone", "debian", "odd", "--data-disk", "much").fails(ExitCode.USAGE, "much");
        assertThat(ingot("list").out()).doesNotContain("tiny", "odd");
    }

    @Test
    void clonesManyByCount() {
        golden("debian");
        ingot("clone", "debian", "web", "--count", "2").succeeds();
        assertThat(names()).contains("web-01", "web-02");
        assertThat(ingot("clone", "debian", "--count", "2").succeeds().out()).isEqualTo("debian-1\ndebian-2\n");
        assertThat(ingot("clone", "debian").succeeds().out()).isEqualTo("debian-3\n");
        ingot("clone", "debian", "w-{1..3}", "--count", "2").fails(ExitCode.USAGE, "3 names, not 2");
        ingot("clone", "debian", "w-{1..3}", "--count", "1").fails(ExitCode.USAGE, "3 names, not 1");
        ingot("clone", "debian", "--count", "0").fails(ExitCode.USAGE, "from 1 to 1000");
    }

    @Test
    void clonesASnapshotAVersionOrThePresent() {
        golden("debian");
        ingot("clone", "debian", "a", "--from", "Just Imported").succeeds();
        ingot("clone", "debian", "b", "--version", "v1").succeeds();
        ingot("clone", "debian", "c", "--current").succeeds();
        ingot("clone", "debian", "d", "--full").succeeds();
        assertThat(ingot("list").out())
                .contains("debian, \"Just Imported\"")
                .contains("debian v1")
                .contains("debian, \"Before cloning");
        assertThat(find("d").mark().lineage().orElseThrow().linked()).isFalse();
    }

    @Test
    void theClonesAreToldAsJson() {
        golden("debian");
        var clones = ingot("clone", "debian", "w-{1..2}", "--json").list();
        assertThat(clones).hasSize(2);
        assertThat(JsonTree.object(clones.get(0))).containsEntry("name", "w-1").containsKey("lineage");
    }

    @Test
    void saysWhatIsMissing() {
        machine("plain");
        ingot("clone", "plain").fails(ExitCode.NOT_FOUND, "has no golden image");
        ingot("clone", "plain", "x", "--version", "2").fails(ExitCode.NOT_FOUND, "v2");
        ingot("clone", "plain", "x", "--from", "ghost").fails(ExitCode.NOT_FOUND, "ghost");
        ingot("clone", "ghost").fails(ExitCode.NOT_FOUND, "ghost");
    }

    @Test
    void makesNoneWhenANameIsTaken() {
        golden("debian");
        machine("web-2");
        ingot("clone", "debian", "web-{1..3}").fails(ExitCode.FAILED, "web-2");
        assertThat(names()).containsExactly("debian", "web-2");
    }

    @Test
    void aCancelledCloneLeavesNothing() {
        golden("debian");
        var err = new java.io.ByteArrayOutputStream();
        Cli cli = cli(new java.io.ByteArrayOutputStream(), err);
        cli.cancel();
        assertThat(cli.run("clone", "debian", "web-{1..9}", "--full")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(names()).containsExactly("debian");
        assertThat(ingot("check").code()).isZero();
    }
}
