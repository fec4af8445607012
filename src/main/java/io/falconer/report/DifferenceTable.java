package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What differs between versions of Falco: a row for each subject, with a word for each version.
 *
 * @param versions the numbers of releases, the oldest first
 * @param rows the words by subject, as many as there are versions
 */
record DifferenceTable(List<String> versions, Map<String, List<String>> rows) {
    /** The word of a version in which there is nothing to say about a subject. */
    static final String NOTHING = "-";

    DifferenceTable {
        versions = List.copyOf(versions);
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** A line for each difference under the versions; one sentence if there is none. */
    String text(Style style) {
        if (rows.isEmpty()) {
            return "The same in Falco " + String.join(", ", versions) + ".\n";
        }
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            int column = i;
            widths.add(Stream.concat(
                            Stream.of(versions.get(i)), rows.values().stream().map(row -> row.get(column)))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0));
        }
        StringBuilder text =
                new StringBuilder(style.bold("Falco " + row(versions, widths)).stripTrailing());
        text.append('\n');
        rows.forEach((subject, row) -> text.append("      ")
                .append(row(row, widths))
                .append(PrintableText.shown(subject))
                .append('\n'));
        return text.toString();
    }

    private static String row(List<String> words, List<Integer> widths) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            row.append(words.get(i))
                    .append(" ".repeat(widths.get(i) - words.get(i).length() + 2));
        }
        return row.toString();
    }

    /** One object for each difference: {@code about} and the words by version in {@code falco}. */
    ArrayNode json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.forEach((subject, words) -> {
            ObjectNode row = array.addObject();
            row.put("about", subject);
            ObjectNode byVersion = row.putObject("falco");
            for (int i = 0; i < words.size(); i++) {
                byVersion.put(versions.get(i), words.get(i));
            }
        });
        return array;
    }
}
