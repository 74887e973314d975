package io.github.ingotvm.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML document. Names of elements and attributes are without their namespace's prefix.
 *
 * @param text what stands directly in it, without the blanks around
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {
    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public Stream<XmlElement> children(String child) {
        return children.stream().filter(e -> e.name.equals(child));
    }

    /** The first element at a path of names below this one. */
    public Optional<XmlElement> find(String... path) {
        Optional<XmlElement> at = Optional.of(this);
        for (String step : path) {
            at = at.flatMap(e -> e.children(step).findFirst());
        }
        return at;
    }

    /** What stands in the element at that path; empty when there is none, or nothing in it. */
    public Optional<String> text(String... path) {
        return find(path).map(XmlElement::text).filter(t -> !t.isEmpty());
    }

    /** Every element below this one, at any depth, in the document's order. */
    public Stream<XmlElement> descendants() {
        return children.stream().flatMap(e -> Stream.concat(Stream.of(e), e.descendants()));
    }
}
