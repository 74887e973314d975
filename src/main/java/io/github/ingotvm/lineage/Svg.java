package io.github.ingotvm.lineage;

import io.github.ingotvm.lineage.Layout.Box;
import io.github.ingotvm.lineage.Layout.Edge;
import java.util.Locale;

/** Trees of origins as an SVG picture that stands for itself, light or dark as its viewer is. */
public final class Svg {
    /** Letters that fit into a box. */
    private static final int TITLE = 26;

    private static final int WORDS = 32;

    private Svg() {}

    public static String write(Layout layout) {
        StringBuilder svg = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img">
                <title>Where virtual machines came from</title>
                <style>
                  svg { font-family: sans-serif; font-size: 12px; background: #faf9f7; }
                  rect { fill: #ffffff; stroke: #b9b6ae; }
                  .frozen rect { fill: #f0eee9; }
                  .golden rect { fill: #ffe6a3; stroke: #c8961e; }
                  .gone rect { fill: none; stroke-dasharray: 4 3; }
                  .running rect { stroke: #2f9e44; stroke-width: 2; }
                  text { fill: #22252b; }
                  .words { fill: #66635c; font-size: 10px; }
                  .golden .words { fill: #6b4e00; }
                  .golden text { fill: #3d2c00; }
                  path { fill: none; stroke: #b9b6ae; stroke-width: 1.5; }
                  .copied { stroke-dasharray: 5 4; }
                  @media (prefers-color-scheme: dark) {
                    svg { background: #18191b; }
                    rect { fill: #222327; stroke: #4a4b51; }
                    .frozen rect { fill: #2a2b30; }
                    .golden rect { fill: #5c4410; stroke: #c8961e; }
                    text { fill: #e3e1dc; }
                    .words { fill: #a5a29a; }
                    .golden text, .golden .words { fill: #ffd978; }
                    path { stroke: #4a4b51; }
                  }
                </style>
                """.formatted(number(layout.width()), number(layout.height())));
        layout.edges().forEach(e -> svg.append(edge(e)));
        layout.boxes().forEach(b -> svg.append(box(b)));
        return svg.append("</svg>\n").toString();
    }

    private static String edge(Edge edge) {
        double x1 = edge.from().right();
        double x2 = edge.to().x();
        double bend = (x1 + x2) / 2;
        return "<path%s d=\"M%s %s C%s %s %s %s %s %s\"/>\n"
                .formatted(
                        edge.to().node().kin() == Kin.COPIED ? " class=\"copied\"" : "",
                        number(x1),
                        number(edge.from().middle()),
                        number(bend),
                        number(edge.from().middle()),
                        number(bend),
                        number(edge.to().middle()),
                        number(x2),
                        number(edge.to().middle()));
    }

    private static String box(Box box) {
        Caption caption = Caption.of(box.node());
        return """
                <g class="%s" transform="translate(%s %s)"><title>%s: %s</title>\
                <rect width="%s" height="%s" rx="8"/><text x="12" y="18">%s</text><text class="words" x="12" y="34">%s</text></g>
                """.formatted(
                        look(box.node().subject()),
                        number(box.x()),
                        number(box.y()),
                        escape(caption.title()),
                        escape(caption.words()),
                        number(Layout.BOX_WIDTH),
                        number(Layout.BOX_HEIGHT),
                        escape(cut(caption.title(), TITLE)),
                        escape(cut(caption.words(), WORDS)));
    }

    private static String look(Subject subject) {
        if (subject instanceof Subject.Frozen f) {
            return f.golden().isPresent() ? "golden" : "frozen";
        }
        if (subject instanceof Subject.Machine m && m.machine().state().isActive()) {
            return "running";
        }
        return subject instanceof Subject.Gone ? "gone" : "machine";
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
