package io.github.ingotvm.libvirt.xml;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes a DOM tree as it was read. The JDK's own serialiser is slow to start and has broken characters outside the
 * basic plane.
 */
final class XmlWriter {
    private final StringBuilder out = new StringBuilder(8192);

    private XmlWriter() {}

    static String write(Element root) {
        XmlWriter writer = new XmlWriter();
        writer.element(root);
        return writer.out.append('\n').toString();
    }

    /** Text made fit for an attribute's value or an element's content; what XML cannot carry becomes U+FFFD. */
    static String escape(String text) {
        if (isPlain(text)) { // as nearly everything in a definition is
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\r' -> escaped.append("&#13;"); // a bare one would be read as a line feed
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'')
                    || c == '\n'
                    || c == '\t';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String escapeAttribute(String text) {
        return escape(text).replace("\n", "&#10;").replace("\t", "&#9;");
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }

    private void element(Element element) {
        out.append('<').append(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node a = attributes.item(i);
            out.append(' ').append(a.getNodeName()).append("='");
            out.append(escapeAttribute(a.getNodeValue())).append('\'');
        }
        if (element.getFirstChild() == null) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            node(n);
        }
        out.append("</").append(element.getTagName()).append('>');
    }

    private void node(Node node) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> element((Element) node);
            case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> text(node.getNodeValue());
            case Node.COMMENT_NODE ->
                out.append("<!--").append(node.getNodeValue()).append("-->");
            case Node.PROCESSING_INSTRUCTION_NODE ->
                out.append("<?")
                        .append(node.getNodeName())
                        .append(' ')
                        .append(node.getNodeValue())
                        .append("?>");
            default -> throw new IllegalStateException("Unexpected node " + node.getNodeName());
        }
    }

    private void text(String text) {
        // Quotes need no escape in content; leaving them alone keeps documents readable.
        out.append(escape(text).replace("&quot;", "\"").replace("&apos;", "'"));
    }
}
