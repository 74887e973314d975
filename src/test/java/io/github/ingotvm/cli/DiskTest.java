package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiskTest extends CommandLineRig {
    @Test
    void addsListsAndRemovesDataDisks() {
        machine("a");
        assertThat(ingot("disk", "list", "a").err()).contains("a has no data disks");
        assertThat(ingot("disk", "add", "a", "--size", "20G").succeeds().out())
                .isEqualTo("a has a new disk vdb of 20 GiB.\n");
        assertThat(ingot("disk", "list", "a").out()).contains("vdb", "20 GiB");
        assertThat(ingot("disk", "list", "a", "--json").out())
                .contains("\"clonesGet\" : \"linked\"", "\"readOnly\" : false");
        ingot("disk", "remove", "a", "vda", "-y").fails(ExitCode.FAILED, "disk of its system");
        ingot("disk", "remove", "a", "vdc", "-y").fails(ExitCode.NOT_FOUND, "it has vdb");
        assertThat(ingot("disk", "remove", "a", "vdb", "-y").succeeds().out())
                .isEqualTo("Removed the disk vdb of a.\n");
        ingot("disk", "add", "a").fails(ExitCode.USAGE, "--size");
        ingot("start", "a").succeeds();
        assertThat(ingot("disk", "add", "a", "--size", "1G").succeeds().out())
                .isEqualTo("a has a new disk vdb of 1 GiB.\n");
        ingot("disk", "remove", "a", "vdb", "-y").fails(ExitCode.FAILED, "not off");
    }

    @Test
    void aGoldenImageSaysHowClonesReceiveItsDisks() {
        machine("debian");
        ingot("disk", "add", "debian", "--size", "1G").succeeds();
        ingot("snapshot", "take", "debian", "s").succeeds();
        ingot("golden", "promote", "debian", "s").succeeds();
        assertThat(ingot("golden", "disks", "debian").out()).contains("CLONES GET", "linked");
        assertThat(ingot("golden", "disks", "debian", "vdb", "shared")
                        .succeeds()
                        .out())
                .isEqualTo("Clones of debian receive vdb shared.\n");
        ingot("clone", "debian", "web").succeeds();
        assertThat(ingot("disk", "list", "web").out()).contains("shared");
        ingot("golden", "disks", "debian", "vdb", "borrowed").fails(ExitCode.USAGE, "empty, linked or shared");
        ingot("golden", "disks", "debian", "vdb").fails(ExitCode.USAGE, "Name both");
    }
}
