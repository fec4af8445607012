package io.falconer.suite;

import io.falconer.suite.TestCase.Rigour;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the tests of a suite. */
final class TestReader {
    private final SourceFile source;
    private final Rigour defaults;
    private final ExpansionLimit limit;

    TestReader(SourceFile source, Rigour defaults, ExpansionLimit limit) {
        this.source = source;
        this.defaults = defaults;
        this.limit = limit;
    }

    /** The test, or one test for each of its cases. */
    List<TestCase> read(MappingReader reader) {
        List<TestCase> tests = new ArrayList<>();
        for (CaseExpander.Expanded expanded : new CaseExpander(reader, limit).expand()) {
            reader.mapping(expanded.test(), "a test")
                    .ifPresent(r -> tests.add(test(r, expanded.suffix(), expanded.values())));
        }
        return tests;
    }

    private TestCase test(MappingReader reader, String suffix, Map<String, String> values) {
        reader.require("name", "event");
        String name = filled(reader, "name").orElse("") + suffix;
        List<EventSpec> events = new EventSpecReader(source).read(reader);
        Optional<Patch> patch = new PatchReader(source).read(reader);
        List<Expectation> expect = new ArrayList<>();
        List<RuleName> silent = new ArrayList<>();
        Optional<Location> nothing = expectations(reader, values, expect, silent);
        for (Located<String> rule : reader.strings("silent")) {
            silent.add(new RuleName(rule.value(), new Location(source, rule.span())));
        }
        if (!reader.has("expect") && !reader.has("silent")) {
            reader.error(
                    reader.span(),
                    "missing-key",
                    "the test has no expectation",
                    "give \"expect\" (a list of rules, or none) or \"silent\" (a list of rules)");
        }
        int dropped = reader.integer("dropped", 0, TestCase.MOST_DROPPED)
                .map(Located::value)
                .orElse(0);
        contradictions(reader, expect, silent);
        Optional<String> skip = filled(reader, "skip");
        Rigour rigour = Rigour.read(reader, defaults);
        Location location = new Location(source, reader.span());
        reader.finish();
        return new TestCase(name, events, patch, dropped, expect, silent, nothing, rigour, skip, location);
    }

    /** A text for people, which must not be empty. */
    private static Optional<String> filled(MappingReader reader, String key) {
        Optional<Located<String>> text = reader.string(key);
        text.filter(t -> t.value().isBlank())
                .ifPresent(t -> reader.error(t.span(), "missing-key", "\"" + key + "\" is empty"));
        return text.map(Located::value);
    }

    /** A rule cannot both fire and stay silent. */
    private void contradictions(MappingReader reader, List<Expectation> expect, List<RuleName> silent) {
        for (RuleName rule : silent) {
            boolean fires = expect.stream()
                    .anyMatch(e -> e.rule().equals(rule.name()) && e.count().orElse(1) != 0);
            if (fires) {
                String message = "the test expects \"" + rule.name() + "\" both to fire and to stay silent";
                reader.error(rule.location().span(), "contradiction", message, "expect only one of the two");
            }
        }
    }

    /** Reads {@code expect}; returns the place of {@code none} if that is its value. */
    private Optional<Location> expectations(
            MappingReader reader, Map<String, String> values, List<Expectation> expect, List<RuleName> silent) {
        Optional<YamlNode> node = reader.node("expect");
        if (node.isPresent() && node.get() instanceof YamlNode.Scalar scalar) {
            if (!scalar.text().equals("none")) {
                reader.error(
                        scalar.span(),
                        "unknown-value",
                        "\"expect\" must be none or a list, not \"" + scalar.text() + "\"",
                        "write - rule: " + scalar.text());
            }
            return Optional.of(new Location(source, scalar.span()));
        }
        List<RuleName> left = new ArrayList<>();
        ExpectationReader expectations = new ExpectationReader(source, values);
        for (MappingReader item : reader.mappings("expect")) {
            expectations.read(item).ifPresent(e -> {
                if (e.applies()) {
                    expect.add(e.expectation());
                } else {
                    left.add(
                            new RuleName(e.expectation().rule(), e.expectation().location()));
                }
            });
        }
        // `when` says exactly when a rule fires: if none of its expectations applies, it must stay silent.
        left.stream()
                .filter(rule -> expect.stream().noneMatch(e -> e.rule().equals(rule.name())))
                .forEach(silent::add);
        if (node.isPresent()
                && node.get() instanceof YamlNode.Sequence list
                && list.items().isEmpty()) {
            reader.error(list.span(), "missing-key", "the list of expectations is empty", "write expect: none");
        }
        return Optional.empty();
    }
}
