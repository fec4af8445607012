package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.ruleset.Priority;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shape of priorities: editors offer their names, and any case is accepted. */
final class PriorityShape {
    private static final String SHORT = "info";

    private PriorityShape() {}

    static ObjectNode shape() {
        List<String> titles =
                Arrays.stream(Priority.values()).map(Priority::title).toList();
        String anyCase = Stream.concat(titles.stream(), Stream.of(SHORT))
                .map(PriorityShape::anyCase)
                .collect(Collectors.joining("|"));
        return Shapes.anyOf(List.of(Shapes.choice(titles), Shapes.string(anyCase)));
    }

    /** Regular expressions of JSON Schema have no option that ignores case. */
    private static String anyCase(String word) {
        return word.chars()
                .mapToObj(Character::toString)
                .map(letter -> "[" + letter.toUpperCase(Locale.ROOT) + letter.toLowerCase(Locale.ROOT) + "]")
                .collect(Collectors.joining());
    }
}
