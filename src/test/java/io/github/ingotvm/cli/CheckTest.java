package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Disk;
import org.junit.jupiter.api.Test;

class CheckTest extends CommandLineRig {
    @Test
    void saysThatAllIsWell() {
        golden("debian");
        Result result = ingot("check").succeeds();
        assertThat(result.err()).contains("All is well.");
        assertThat(ingot("check", "--json").object()).containsOnlyKeys("findings", "removed");
    }

    @Test
    void namesABrokenChainAndEndsWithOne() {
        golden("debian");
        String layer = find("debian").hardware().disks().stream()
                .filter(d -> d.device() == Disk.Device.DISK)
                .findFirst()
                .flatMap(Disk::source)
                .orElseThrow();
        fake.foreign().removesFile(layer);
        Result result = ingot("check");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).contains(layer);
        var findings = JsonTree.list(
                JsonTree.object(JsonTree.read(ingot("check", "--json").out())).get("findings"));
        assertThat(JsonTree.object(findings.get(0)))
                .containsOnlyKeys("kind", "subject", "message", "fixable", "size")
                .containsEntry("kind", "broken-chain");
    }

    @Test
    void removesWhatNothingNeeds() {
        machine("a");
        fake.foreign().deletes(find("a").id());
        Result found = ingot("check");
        assertThat(found.out()).contains("Nothing needs the file");
        assertThat(found.err()).contains("`ingot check --fix` removes 2 files, ");
        Result fixed = ingot("check", "--fix").succeeds();
        assertThat(fixed.out()).contains("Removed ");
        assertThat(ingot("check").code()).isZero();
    }
}
