package io.github.ingotvm.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PicturesTest {
    private static Forest forest() {
        return new Kinship()
                .machine("a <&> \"b\" \\\u0007")
                .snapshot("a <&> \"b\" \\\u0007", "s", Optional.empty())
                .golden("a <&> \"b\" \\\u0007", "s")
                .clone("full", "a <&> \"b\" \\\u0007", "s", false)
                .clone("a name that is far too long to be read in a box at all", "gone", "x", true)
                .forest();
    }

    @Test
    void anSvgIsWellFormedWithABoxAndAFullNameForEach() throws Exception {
        String svg = Svg.write(Layout.of(forest()));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(3);
        assertThat(svg)
                .contains("<title>a name that is far too long to be read in a box at all: linked clone, off</title>")
                .contains(">a name that is far too lo…<")
                .contains("class=\"copied\"")
                .contains("class=\"golden\"");
    }

    @Test
    void graphvizGetsEveryNodeAndEdgeWithNamesThatCannotBreakIt() {
        String dot = Dot.write(forest());
        assertThat(dot.lines().filter(l -> l.contains(" -> "))).hasSize(3).anyMatch(l -> l.contains("style=dashed"));
        assertThat(dot)
                .startsWith("digraph ingot {")
                .endsWith("}\n")
                .contains("label=\"a <&> \\\"b\\\" \\\\ \\noff\"")
                .contains("n0 -> n1;");
    }
}
