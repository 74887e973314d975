package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest extends CommandLineRig {
    private List<String> whats(String... args) {
        return ingot(args).list().stream()
                .map(e -> String.valueOf(JsonTree.object(e).get("what")))
                .toList();
    }

    @Test
    void tellsWhatHappenedWhenAndByWhoseCommand() {
        golden("debian");
        ingot("clone", "debian", "web").succeeds();
        String said = ingot("history").succeeds().out();
        assertThat(said.lines().skip(1).findFirst().orElseThrow())
                .containsPattern("web +cloned from debian v1")
                .endsWith("someone: ingot clone debian web");
        assertThat(said)
                .containsPattern("debian +snapshot “Tuned” made golden: v1")
                .containsPattern("debian +created");
    }

    @Test
    void tellsOfOneMachineUnderAnyOfItsNamesAndOfItsClones() {
        golden("debian");
        machine("other");
        ingot("clone", "debian", "web").succeeds();
        ingot("rename", "web", "shop").succeeds();
        ingot("start", "shop").succeeds();
        assertThat(whats("history", "web", "--json")).containsExactly("started", "renamed", "cloned");
        assertThat(whats("history", "shop", "--json")).containsExactly("started", "renamed", "cloned");
        assertThat(whats("history", "debian", "--json"))
                .containsExactly("cloned", "promoted", "snapshot-taken", "snapshot-taken", "created");
        assertThat(ingot("history", "nobody").succeeds().err()).contains("Nothing happened to nobody");
    }

    @Test
    void tellsWithTheDigestsOfTheGoldenImageItCameFrom() {
        golden("debian");
        ingot("golden", "verify", "debian").succeeds();
        ingot("clone", "debian", "web").succeeds();
        var cloned = JsonTree.object(
                ingot("history", "--limit", "1", "--json").list().get(0));
        assertThat(cloned)
                .containsEntry("name", "web")
                .containsEntry("user", "someone")
                .containsEntry("failure", null);
        assertThat(JsonTree.object(cloned.get("details")))
                .containsEntry("fromName", "debian")
                .containsEntry("fromVersion", "1");
        assertThat(JsonTree.object(cloned.get("digests")).values())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(String.valueOf(d)).matches("[0-9a-f]{64}"));
    }

    @Test
    void isNarrowedByTimeAndNumber() {
        golden("debian");
        assertThat(whats("history", "--since", "1h", "--json")).hasSize(4);
        assertThat(whats("history", "--since", "2999-01-01", "--json")).isEmpty();
        assertThat(whats("history", "--since", "2020-01-01T08:00", "--limit", "2", "--json"))
                .hasSize(2);
        ingot("history", "--since", "yesterday").fails(ExitCode.USAGE, "no point in time");
        ingot("history", "--limit", "0").fails(ExitCode.USAGE, "at least 1");
    }

    @Test
    void needsNoHypervisor() {
        golden("debian");
        connections.clear();
        ingot("history").succeeds();
        assertThat(connections).isEmpty();
    }
}
