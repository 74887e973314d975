package io.github.ingotvm.lineage;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A node of a tree of origins.
 *
 * @param key what tells it from all others, also after a change elsewhere
 * @param kin how it came from its parent; {@code OWN} for a root
 */
public record Node(String key, Subject subject, Kin kin, List<Node> children) {
    public Node {
        children = List.copyOf(children);
    }

    /** It and all below it, parents before children. */
    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    /** The same tree without what neither is, nor stands above, nor comes from such a node; empty when nothing is left. */
    Stream<Node> around(Predicate<Node> wanted) {
        if (wanted.test(this)) {
            return Stream.of(this);
        }
        List<Node> left = children.stream().flatMap(c -> c.around(wanted)).toList();
        return left.isEmpty() ? Stream.empty() : Stream.of(new Node(key, subject, kin, left));
    }
}
