package io.github.ingotvm.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForestTest {
    private final Kinship kinship = new Kinship();

    private void debian() {
        kinship.machine("debian")
                .snapshot("debian", "installed", Optional.empty())
                .snapshot("debian", "tuned", Optional.of("installed"))
                .snapshot("debian", "trial", Optional.of("installed"))
                .golden("debian", "tuned");
    }

    @Test
    void clonesHangOnTheSnapshotTheyCameFromAndHaveTheirOwn() {
        debian();
        kinship.clone("web", "debian", "tuned", true)
                .clone("copy", "debian", "tuned", false)
                .snapshot("web", "shop", Optional.empty())
                .clone("shop-2", "web", "shop", true);
        assertThat(Kinship.text(kinship.forest())).isEqualTo("""
                debian
                  installed
                    tuned
                      web
                        shop
                          shop-2
                      copy (copy)
                    trial
                """);
    }

    @Test
    void whatCameFromWhatIsGoneIsStillToldTogether() {
        debian();
        kinship.clone("a", "vanished", "x", true)
                .clone("b", "vanished", "x", true)
                .clone("c", "debian", "long gone", true);
        assertThat(Kinship.text(kinship.forest())).isEqualTo("""
                debian
                  installed
                    tuned
                    trial
                  c
                vanished
                  a
                  b
                """);
    }

    @Test
    void machinesThatSayToHaveComeFromEachOtherAreSeen() {
        kinship.clone("a", "b", "x", true).clone("b", "a", "x", true).clone("c", "c", "x", true);
        assertThat(kinship.forest().nodes()).hasSize(3);
    }

    @Test
    void manyClonesAlikeAreOneNodeUntilItIsOpened() {
        debian();
        IntStream.range(0, 9).forEach(i -> kinship.clone("web-" + i, "debian", "tuned", true));
        kinship.snapshot("web-3", "own", Optional.empty());
        Forest forest = kinship.forest(8);
        assertThat(Kinship.text(forest)).contains("""
                    tuned
                      web-3
                        own
                      8 linked clones
                """);
        String key = forest.nodes().stream()
                .filter(n -> n.subject() instanceof Subject.Stack)
                .map(Node::key)
                .findFirst()
                .orElseThrow();
        assertThat(kinship.forest(8, key).nodes())
                .hasSize(kinship.forest().nodes().size());
    }

    @Test
    void aroundAMachineThereIsWhatItCameFromAndWhatCameFromIt() {
        debian();
        kinship.machine("other")
                .clone("web", "debian", "tuned", true)
                .clone("web-2", "debian", "tuned", true)
                .snapshot("web", "shop", Optional.empty());
        assertThat(Kinship.text(kinship.forest().around(Kinship.id("web")))).isEqualTo("""
                debian
                  installed
                    tuned
                      web
                        shop
                """);
        assertThat(kinship.forest().around(Kinship.id("nobody")).roots()).isEmpty();
    }

    @Test
    void everyNodeHasAKeyOfItsOwnThatStays() {
        debian();
        kinship.clone("web", "debian", "tuned", true);
        List<String> before = kinship.forest().nodes().stream().map(Node::key).toList();
        kinship.machine("other");
        assertThat(kinship.forest().nodes().stream().map(Node::key).toList()).containsAll(before);
        assertThat(before).doesNotHaveDuplicates();
    }

    @Test
    void theWordsSayWhatItIs() {
        debian();
        kinship.clone("web", "debian", "tuned", true);
        assertThat(kinship.forest().nodes().stream().map(n -> Caption.of(n).words()))
                .containsExactly("off", "snapshot", "golden v1, current", "linked clone, off", "snapshot");
    }
}
