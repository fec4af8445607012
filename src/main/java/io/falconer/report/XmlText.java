package io.falconer.report;

import io.falconer.text.PrintableText;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML elements, each on its own lines. The order of attributes is that of their map. */
sealed interface XmlText {
    String name();

    Map<String, String> attributes();

    /** An element that contains elements. */
    record Parent(String name, Map<String, String> attributes, List<XmlText> children) implements XmlText {
        public Parent {
            children = List.copyOf(children);
        }
    }

    /** An element that contains text. */
    record Leaf(String name, Map<String, String> attributes, String text) implements XmlText {}

    /** The document with this root. Characters that XML 1.0 cannot contain become U+FFFD, and an attribute is one line. */
    static String document(XmlText root) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            write(root, "\n", xml);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to a string cannot fail", e);
        }
        return out.toString();
    }

    private static void write(XmlText element, String line, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters(line);
        if (element instanceof Parent parent && parent.children().isEmpty()) {
            xml.writeEmptyElement(element.name());
            attributes(element, xml);
            return;
        }
        xml.writeStartElement(element.name());
        attributes(element, xml);
        switch (element) {
            case Leaf leaf -> xml.writeCharacters(PrintableText.withoutCommands(PrintableText.lines(leaf.text())));
            case Parent parent -> {
                for (XmlText child : parent.children()) {
                    write(child, line + "  ", xml);
                }
                xml.writeCharacters(line);
            }
        }
        xml.writeEndElement();
    }

    private static void attributes(XmlText element, XMLStreamWriter xml) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            xml.writeAttribute(
                    attribute.getKey(), PrintableText.withoutCommands(PrintableText.line(attribute.getValue())));
        }
    }
}
