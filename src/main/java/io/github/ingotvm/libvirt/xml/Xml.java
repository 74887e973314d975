package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The few DOM steps that everything here is made of. Documents are read without DTDs and entities: they may come from strangers. */
final class Xml {
    /** Builders are not thread-safe and costly to make. */
    private static final ThreadLocal<DocumentBuilder> BUILDER = ThreadLocal.withInitial(Xml::builder);

    private Xml() {}

    /** The root element. {@code INVALID} when it is not well-formed or its root is another one. */
    static Element parse(String xml, String root) {
        try {
            Element element =
                    BUILDER.get().parse(new InputSource(new StringReader(xml))).getDocumentElement();
            if (!element.getTagName().equals(root)) {
                throw invalid("This is no " + root + " but " + element.getTagName() + ".", null);
            }
            return element;
        } catch (SAXException | IOException e) {
            throw invalid("This " + root + " is not well-formed XML: " + e.getMessage(), e);
        }
    }

    static HypervisorException invalid(String sentence, @org.jspecify.annotations.Nullable Throwable cause) {
        return new HypervisorException(Kind.INVALID, sentence, cause);
    }

    static List<Element> children(Element parent) {
        List<Element> all = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                all.add(e);
            }
        }
        return all;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(e -> e.getTagName().equals(name))
                .toList();
    }

    /** The first element at a path of names below the parent. */
    static Optional<Element> find(Element parent, String... path) {
        Element at = parent;
        for (String name : path) {
            Optional<Element> child = first(at, name);
            if (child.isEmpty()) {
                return child;
            }
            at = child.get();
        }
        return Optional.of(at);
    }

    private static Optional<Element> first(Element parent, String name) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && e.getTagName().equals(name)) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    static Optional<String> text(Element parent, String... path) {
        return find(parent, path).map(Node::getTextContent);
    }

    static Optional<String> attribute(Element element, String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }

    /** The first child of that name, made when it is missing. */
    static Element demand(Element parent, String name) {
        return find(parent, name).orElseGet(() -> append(parent, name));
    }

    static Element append(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(null, name);
        parent.appendChild(child);
        return child;
    }

    /** Takes out all children of these names. */
    static void remove(Element parent, String... names) {
        List<String> unwanted = List.of(names);
        for (Element child : children(parent)) {
            if (unwanted.contains(child.getTagName())) {
                drop(child);
            }
        }
    }

    static void drop(Element element) {
        Node parent = element.getParentNode();
        Node before = element.getPreviousSibling();
        if (parent == null) {
            return;
        }
        if (before != null
                && before.getNodeType() == Node.TEXT_NODE
                && before.getTextContent().isBlank()) {
            parent.removeChild(before); // else every removal leaves an empty line
        }
        parent.removeChild(element);
    }

    /** Brings an element of another document under the parent. */
    static void adopt(Element parent, Element stranger) {
        Document document = parent.getOwnerDocument();
        parent.appendChild(document.importNode(stranger, true));
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // the default one prints to stderr
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
