package io.falconer.report;

import io.falconer.text.PrintableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A piece of HTML that can be put into a page.
 *
 * @param markup with all texts escaped
 */
record Html(String markup) {
    /** Elements that are not closed. */
    private static final List<String> VOID = List.of("input", "meta");

    /** Nothing. */
    static final Html NONE = new Html("");

    /** A text on one line. */
    static Html text(String text) {
        return new Html(escaped(PrintableText.line(text)));
    }

    /** A text that keeps its lines. */
    static Html lines(String text) {
        return new Html(escaped(PrintableText.lines(text)));
    }

    /** An element with attributes. */
    static Html element(String name, SequencedMap<String, String> attributes, List<Html> content) {
        String opened = attributes.entrySet().stream()
                .map(each -> " " + each.getKey() + "=\"" + escaped(PrintableText.line(each.getValue())) + "\"")
                .collect(Collectors.joining("", "<" + name, ""));
        return new Html(
                VOID.contains(name)
                        ? opened + "/>"
                        : opened + ">" + joined(content).markup() + "</" + name + ">");
    }

    /** Attributes in this order: a name, its value, and so on. */
    static SequencedMap<String, String> attributes(String... namesAndValues) {
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }

    /** An element without attributes. */
    static Html element(String name, Html... content) {
        return element(name, attributes(), List.of(content));
    }

    /** An element with a class. */
    static Html styled(String name, String type, Html... content) {
        return element(name, attributes("class", type), List.of(content));
    }

    /** One after the other. */
    static Html joined(List<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
