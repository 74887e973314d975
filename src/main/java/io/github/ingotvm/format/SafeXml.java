package io.github.ingotvm.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that may come from anybody. A document with a DTD is refused, so there are no entities that could name files or grow
 * without bound; size, depth and number of elements are limited.
 */
public final class SafeXml {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_ELEMENTS = 200_000;
    private static final int DEEPEST = 64;

    /** Costly to make, and safe to share for making readers once it is configured. */
    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    /** An element that is not closed yet. */
    private static final class Open {
        private final String name;
        private final Map<String, String> attributes = new HashMap<>();
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name) {
            this.name = name;
        }

        XmlElement close() {
            return new XmlElement(name, attributes, children, text.toString().strip());
        }
    }

    /**
     * The root element. Closes nothing.
     *
     * @throws MalformedException when it is no XML, has a DTD, or is beyond the limits
     */
    public static XmlElement read(InputStream bytes) throws IOException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new Bounded(bytes));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw new MalformedException("it is not well-formed XML: " + firstLine(e), e);
        } catch (RuntimeException e) {
            // The parser of the JDK lets some of its own errors through on broken input.
            throw new MalformedException("it is not well-formed XML", e);
        }
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException, MalformedException {
        Deque<Open> open = new ArrayDeque<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new MalformedException("it has a document type (DTD)");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new MalformedException("it refers to an entity");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
                        throw new MalformedException("it has too many elements");
                    }
                    open.push(start(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement done = open.pop().close();
                    if (open.isEmpty()) {
                        return done;
                    }
                    open.element().children.add(done);
                }
                default -> {}
            }
        }
        throw new MalformedException("it ends early");
    }

    private static Open start(XMLStreamReader reader) {
        Open open = new Open(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            open.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return open;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to " + systemId);
        });
        return factory;
    }

    /** Ends with an error where a document becomes too long. */
    private static final class Bounded extends java.io.FilterInputStream {
        private int left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            return count(n, n);
        }

        private int count(int result, int n) throws MalformedException {
            if (result >= 0) {
                left -= n;
                if (left < 0) {
                    throw new MalformedException("it is too long");
                }
            }
            return result;
        }
    }
}
