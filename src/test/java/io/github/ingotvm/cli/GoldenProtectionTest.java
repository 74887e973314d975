package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldenProtectionTest extends CommandLineRig {
    @BeforeEach
    void aGoldenImageWithAClone() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
    }

    private String layer() {
        return find("debian").currentGolden().orElseThrow().seals().get(0).path();
    }

    @Test
    void sealsWithThePromotionOrWithTheFirstVerification() {
        assertThat(ingot("golden", "show", "debian").out()).contains("not sealed yet");
        assertThat(ingot("golden", "verify").succeeds().out())
                .isEqualTo("v1 of debian is intact; it was sealed now.\n");
        assertThat(ingot("golden", "verify", "debian", "--version", "1").out()).isEqualTo("v1 of debian is intact.\n");
        ingot("snapshot", "take", "debian", "Next").succeeds();
        ingot("golden", "promote", "debian", "Next", "--seal").succeeds();
        assertThat(ingot("golden", "show", "debian").out()).contains("as they were, sealed");
    }

    @Test
    void aChangeIsToldWithTheClonesAndTheWayBack() throws IOException {
        ingot("golden", "verify").succeeds();
        Path copy = Files.write(folder.resolve("copy"), fake.volumes().read(layer(), 0, 1 << 20));
        fake.foreign().writes(layer(), "system", "evil");
        Result result = ingot("golden", "verify", "debian");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out())
                .contains(layer() + " was CHANGED")
                .contains("Not to be trusted: web.")
                .contains("ingot golden restore");
        ingot("start", "web").fails(ExitCode.FAILED, "cannot be trusted");
        ingot("clone", "debian", "web-2").fails(ExitCode.FAILED, "nothing is cast from it");
        assertThat(ingot("golden", "restore", "debian", "--from", copy.toString())
                        .succeeds()
                        .out())
                .contains("Restored " + layer())
                .contains("v1 of debian is intact.");
        ingot("start", "web").succeeds();
    }

    @Test
    void aLostSnapshotIsToldAndRecordedAnew() {
        ingot("golden", "verify").succeeds();
        fake.snapshots()
                .forget(
                        find("debian").id(),
                        find("debian").currentGolden().orElseThrow().snapshot());
        Result result = ingot("golden", "verify", "debian");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out())
                .contains("v1 of debian: its snapshot is gone.")
                .contains("`ingot golden restore \"debian\" --version 1` records it anew.");
        assertThat(ingot("golden", "verify", "--json").out()).contains("\"recorded\" : false");
        assertThat(ingot("check").out()).contains("restore that version");
        ingot("clone", "debian", "early").fails(ExitCode.NOT_FOUND, "restore that version");
        assertThat(ingot("golden", "restore", "debian").succeeds().out())
                .isEqualTo("Recorded the snapshot of v1 anew.\nv1 of debian is intact.\n");
        ingot("clone", "debian", "web-2").succeeds();
    }

    @Test
    void startsAnywayWhenToldTo() {
        fake.foreign().writes(layer(), "system", "evil");
        ingot("start", "web", "--anyway").succeeds();
    }

    @Test
    void theKeysOfAVerificationAreStable() {
        var result = JsonTree.object(ingot("golden", "verify", "--json").list().get(0));
        assertThat(result)
                .containsOnlyKeys("machine", "version", "intact", "recorded", "files", "clones")
                .containsEntry("intact", true);
        assertThat(JsonTree.object(JsonTree.list(result.get("files")).get(0)))
                .containsOnlyKeys("path", "state")
                .containsEntry("state", "sealed");
        ingot("golden", "verify", "--version", "1").fails(ExitCode.USAGE, "which machine --version");
    }
}
