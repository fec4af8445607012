package io.falconer.suite;

import io.falconer.ruleset.Priority;
import io.falconer.suite.Expectation.FieldMatch;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Entry;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.Nearest;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the items of a test's {@code expect}. */
final class ExpectationReader {
    private final SourceFile source;
    private final Map<String, String> values;

    /** Creates a reader for a test with the values of its case. */
    ExpectationReader(SourceFile source, Map<String, String> values) {
        this.source = source;
        this.values = values;
    }

    /** An expectation, and whether its {@code when} holds. */
    record Conditional(Expectation expectation, boolean applies) {}

    /** The expectation, unless it has no rule. */
    Optional<Conditional> read(MappingReader reader) {
        reader.require("rule");
        Optional<Located<String>> rule = reader.string("rule");
        OptionalInt count = reader.integer("count", 0, Expectation.MOST)
                .map(c -> OptionalInt.of(c.value()))
                .orElse(OptionalInt.empty());
        Optional<Priority> priority = reader.string("priority").flatMap(p -> priority(reader, p));
        boolean exact = reader.bool("exact").map(Located::value).orElse(false);
        MatcherReader matchers = new MatcherReader(reader, exact);
        Optional<Matcher> output = reader.node("output").flatMap(n -> matchers.read(n, "\"output\""));
        List<FieldMatch> fields =
                reader.mapping("output_fields").map(r -> fields(r, matchers)).orElseGet(List::of);
        boolean applies = reader.string("when").map(w -> holds(reader, w)).orElse(true);
        reader.finish();
        Location location = new Location(source, reader.span());
        return rule.map(r -> new Expectation(r.value(), count, priority, output, fields, exact, location))
                .map(e -> new Conditional(e, applies));
    }

    private boolean holds(MappingReader reader, Located<String> when) {
        try {
            return CaseCondition.parse(when.value(), values.keySet()).holds(values);
        } catch (CaseConditionParser.Malformed e) {
            reader.error(
                    when.span(),
                    "bad-when",
                    "\"when\" cannot be read at its character " + (e.offset() + 1) + ": " + e.getMessage(),
                    "write it like ${image} != nginx or ${ns} in (a, b)");
            return false;
        }
    }

    private static List<FieldMatch> fields(MappingReader reader, MatcherReader matchers) {
        List<FieldMatch> fields = new ArrayList<>();
        for (Entry entry : reader.node().entries()) {
            if (entry.key() instanceof YamlNode.Scalar key) {
                reader.node(key.text());
                known(key, reader);
                matchers.read(entry.value(), "\"" + key.text() + "\"")
                        .ifPresent(m -> fields.add(new FieldMatch(key.text(), m)));
            }
        }
        reader.finish();
        return fields;
    }

    /** A field that no event has can never be in an output, so a matcher of it would hold for the wrong reason. */
    private static void known(YamlNode.Scalar key, MappingReader reader) {
        if (!OutputFields.has(key.text())) {
            String message = "no event has a field \"" + key.text() + "\"";
            reader.error(key.span(), "unknown-field", message, OutputFields.hint(key.text()));
        }
    }

    private static Optional<Priority> priority(MappingReader reader, Located<String> text) {
        Optional<Priority> priority = Priority.of(text.value());
        if (priority.isEmpty()) {
            List<String> known =
                    Arrays.stream(Priority.values()).map(Priority::title).toList();
            reader.error(
                    text.span(),
                    "unknown-value",
                    "unknown priority \"" + text.value() + "\"",
                    Nearest.hint(text.value(), known));
        }
        return priority;
    }
}
