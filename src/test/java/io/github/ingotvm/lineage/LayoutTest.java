package io.github.ingotvm.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.ingotvm.lineage.Layout.Box;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static Kinship wild(long seed) {
        Random random = new Random(seed);
        Kinship kinship = new Kinship();
        for (int i = 0; i < 60; i++) {
            String name = "m" + i;
            if (i < 3) {
                kinship.machine(name);
            } else {
                kinship.clone(name, "m" + random.nextInt(i), "s" + random.nextInt(3), random.nextBoolean());
            }
            for (int s = 0; s < random.nextInt(4); s++) {
                kinship.snapshot(name, "s" + s, s == 0 ? Optional.empty() : Optional.of("s" + random.nextInt(s)));
            }
        }
        return kinship;
    }

    @Test
    void noTwoBoxesLieOnEachOtherAndAllAreInThePicture() {
        for (long seed = 0; seed < 30; seed++) {
            Layout layout = Layout.of(wild(seed).forest());
            List<Box> boxes = layout.boxes();
            for (Box a : boxes) {
                assertThat(a.x()).isBetween(0.0, layout.width() - Layout.BOX_WIDTH);
                assertThat(a.y()).isBetween(0.0, layout.height() - Layout.BOX_HEIGHT);
                assertThat(boxes)
                        .as("seed " + seed)
                        .noneMatch(b -> !a.equals(b)
                                && Math.abs(a.x() - b.x()) < Layout.BOX_WIDTH
                                && Math.abs(a.y() - b.y()) < Layout.BOX_HEIGHT);
            }
        }
    }

    @Test
    void aParentStandsInTheMiddleOfItsChildrenWhichAreInOrder() {
        Layout layout = Layout.of(wild(5).forest());
        for (Box box : layout.boxes()) {
            List<Double> children = layout.edges().stream()
                    .filter(e -> e.from().equals(box))
                    .map(e -> e.to().y())
                    .toList();
            assertThat(children).isSorted();
            if (!children.isEmpty()) {
                assertThat(box.y()).isCloseTo((children.get(0) + children.get(children.size() - 1)) / 2, within(0.001));
            }
        }
        assertThat(layout.edges()).hasSize(layout.boxes().size() - 3);
    }

    @Test
    void subtreesMoveTogetherAsFarAsTheirOutlinesAllow() {
        Kinship kinship = new Kinship();
        kinship.machine("root");
        // The first has a long tail of many, far to the right; the second is a leaf that fits below its parent.
        kinship.snapshot("root", "deep", Optional.empty()).snapshot("root", "flat", Optional.empty());
        IntStream.range(0, 5).forEach(i -> kinship.clone("c" + i, "root", "deep", true));
        List<Box> boxes = Layout.of(kinship.forest()).boxes();
        double deep = place(boxes, "deep");
        assertThat(place(boxes, "flat") - deep).isLessThan(Layout.BOX_HEIGHT * 1.5);
    }

    private static double place(List<Box> boxes, String title) {
        return boxes.stream()
                .filter(b -> Caption.of(b.node()).title().equals(title))
                .mapToDouble(Box::y)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aThousandClonesAreLaidOutAtOnce() {
        Kinship kinship = new Kinship().machine("golden").snapshot("golden", "s", Optional.empty());
        IntStream.range(0, 1000).forEach(i -> kinship.clone("clone-" + i, "golden", "s", true));
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> Layout.of(kinship.forest()));
        assertThat(Layout.of(kinship.forest(Forest.STACK)).boxes()).hasSize(3);
    }

    @Test
    void aChainAsLongAsMayBeIsLaidOut() {
        Kinship kinship = new Kinship().machine("m");
        for (int i = 0; i < 300; i++) {
            kinship.snapshot("m", "s" + i, i == 0 ? Optional.empty() : Optional.of("s" + (i - 1)));
        }
        assertThat(Layout.of(kinship.forest()).boxes()).hasSize(301);
    }

    @Test
    void nothingIsAPictureToo() {
        assertThat(Layout.of(new Forest(List.of())).height()).isPositive();
    }
}
