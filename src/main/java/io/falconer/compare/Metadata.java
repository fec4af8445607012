package io.falconer.compare;

import io.falconer.ruleset.OutputFormat;
import io.falconer.ruleset.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What describes a rule and has no effect on the events on which it fires. */
final class Metadata {
    private Metadata() {}

    /** The differences, each in a few words. */
    static List<String> differences(Rule before, Rule after) {
        List<String> differences = new ArrayList<>();
        if (before.priority() != after.priority()) {
            differences.add("priority " + before.priority() + " -> " + after.priority());
        }
        if (!text(before.output()).equals(text(after.output()))) {
            differences.add("output");
        }
        Set<String> tags = new TreeSet<>(after.tags());
        before.tags().forEach(tags::remove);
        Set<String> gone = new TreeSet<>(before.tags());
        after.tags().forEach(gone::remove);
        if (!tags.isEmpty() || !gone.isEmpty()) {
            differences.add("tags"
                    + tags.stream().map(tag -> " +" + tag).collect(Collectors.joining())
                    + gone.stream().map(tag -> " -" + tag).collect(Collectors.joining()));
        }
        if (!words(before.description()).equals(words(after.description()))) {
            differences.add("description");
        }
        return differences;
    }

    /** The fields of an output, each once. */
    static Set<String> outputFields(Rule rule) {
        return rule.output().tokens().stream()
                .filter(OutputFormat.Reference.class::isInstance)
                .map(Metadata::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(OutputFormat output) {
        return words(output.tokens().stream().map(Metadata::text).collect(Collectors.joining()));
    }

    private static String text(OutputFormat.Token token) {
        return switch (token) {
            case OutputFormat.Literal literal -> literal.text();
            case OutputFormat.Reference reference -> reference.operand().withoutSpans() + "/" + reference.width();
        };
    }

    private static String words(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }
}
