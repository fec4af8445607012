package io.falconer.suite;

import io.falconer.event.json.YamlJson;
import io.falconer.yaml.Entry;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.Nearest;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes tests from a test with {@code cases}, or returns the one test: {@code ${name}} in values becomes the case's value, of
 * any kind if the variable is the whole text. The test is changed as YAML, before it is read, so that a variable can occur
 * everywhere. Only {@code when} keeps its variables, so that a value cannot change its meaning.
 */
final class CaseExpander {
    private final MappingReader test;
    private final ExpansionLimit limit;

    CaseExpander(MappingReader test, ExpansionLimit limit) {
        this.test = test;
        this.limit = limit;
    }

    /** A case: its label, its values as texts, and its test, which has no {@code cases}. */
    record Expanded(String label, Map<String, String> values, YamlNode.Mapping test) {
        /** The text that the case adds to the test's name. */
        String suffix() {
            return label.isEmpty() ? "" : " [" + label + "]";
        }
    }

    /**
     * The tests in order of the cases, or the test itself if it has no cases. Empty if the cases are wrong; then the reader has
     * the errors.
     */
    List<Expanded> expand() {
        try {
            return expanded();
        } catch (ExpansionLimit.ExceededException e) {
            test.node("cases")
                    .ifPresent(cases -> test.error(
                            cases.span(),
                            "bad-cases",
                            String.valueOf(e.getMessage()),
                            "name fewer cases, or shorter values"));
            return List.of();
        }
    }

    private List<Expanded> expanded() {
        List<Expanded> result = new ArrayList<>();
        List<Map<String, YamlNode>> cases = test.has("cases") ? new Cases(test).read() : List.of(Map.of());
        Set<String> labelled = labelled(cases);
        for (Map<String, YamlNode> nodes : cases) {
            Map<String, Value> values = new LinkedHashMap<>();
            nodes.forEach((name, node) -> values.put(name, Value.of(node)));
            Map<String, String> texts = new LinkedHashMap<>();
            values.forEach((name, value) -> texts.put(name, value.text()));
            String label = labelled.stream()
                    .map(name -> name + "=" + texts.getOrDefault(name, ""))
                    .collect(Collectors.joining(", "));
            limit.take(label.length());
            result.add(new Expanded(label, texts, expand(values)));
        }
        return result;
    }

    /** The names of the values in labels: those that are texts or numbers if these differ in all cases, otherwise all. */
    private static Set<String> labelled(List<Map<String, YamlNode>> cases) {
        Set<String> names = new LinkedHashSet<>();
        cases.forEach(each -> names.addAll(each.keySet()));
        Set<String> plain = new LinkedHashSet<>(names);
        cases.forEach(each -> plain.removeIf(name -> !(each.get(name) instanceof YamlNode.Scalar)));
        long different = cases.stream()
                .map(each -> plain.stream()
                        .map(name -> each.get(name) instanceof YamlNode.Scalar scalar ? scalar.text() : "")
                        .toList())
                .distinct()
                .count();
        return different == cases.size() ? plain : names;
    }

    private record Value(YamlNode node, String text, long size) {
        static Value of(YamlNode node) {
            String text = node instanceof YamlNode.Scalar scalar
                    ? scalar.text()
                    : YamlJson.of(node).toString();
            return new Value(node, text, ExpansionLimit.size(node));
        }
    }

    private YamlNode.Mapping expand(Map<String, Value> values) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : test.node().entries()) {
            if (entry.name().equals("expect") && entry.value() instanceof YamlNode.Sequence list) {
                List<YamlNode> items =
                        list.items().stream().map(i -> expectation(i, values)).toList();
                entries.add(new Entry(entry.key(), new YamlNode.Sequence(items, list.span())));
            } else if (!entry.name().equals("cases")) {
                entries.add(new Entry(entry.key(), replace(entry.value(), values)));
            }
        }
        return new YamlNode.Mapping(entries, test.span());
    }

    private YamlNode expectation(YamlNode node, Map<String, Value> values) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return replace(node, values);
        }
        return new YamlNode.Mapping(
                mapping.entries().stream()
                        .map(e -> e.name().equals("when") ? e : new Entry(e.key(), replace(e.value(), values)))
                        .toList(),
                mapping.span());
    }

    private YamlNode replace(YamlNode node, Map<String, Value> values) {
        limit.take(values.isEmpty() ? 0 : ExpansionLimit.COST);
        return switch (node) {
            case YamlNode.Scalar scalar -> replace(scalar, values);
            case YamlNode.Sequence list ->
                new YamlNode.Sequence(
                        list.items().stream().map(i -> replace(i, values)).toList(), list.span());
            case YamlNode.Mapping mapping ->
                new YamlNode.Mapping(
                        mapping.entries().stream()
                                .map(e -> new Entry(e.key(), replace(e.value(), values)))
                                .toList(),
                        mapping.span());
        };
    }

    private YamlNode replace(YamlNode.Scalar scalar, Map<String, Value> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        limit.take(values.isEmpty() ? 0 : scalar.text().length());
        for (String name : Variables.in(scalar.text())) {
            Optional<Value> value = Optional.ofNullable(values.get(name));
            if (value.isEmpty()) {
                String message = "no case has a value \"" + name + "\"";
                String hint = values.isEmpty()
                        ? "the test has no cases; to write ${ literally, write $${"
                        : Nearest.hint(name, values.keySet());
                test.error(scalar.span(), "unknown-variable", message, hint);
                return scalar;
            }
            limit.take(value.get().size());
            if (scalar.text().equals("${" + name + "}")) {
                return at(scalar, value.get().node());
            }
            texts.put(name, value.get().text());
        }
        String replaced = Variables.replace(scalar.text(), texts);
        return scalar.text().equals(replaced) ? scalar : scalar.standingFor(replaced);
    }

    /** The value, placed where the variable is. */
    private static YamlNode at(YamlNode.Scalar variable, YamlNode value) {
        return switch (value) {
            case YamlNode.Scalar scalar -> new YamlNode.Scalar(scalar.source(), scalar.plain(), variable.span());
            case YamlNode.Sequence list -> list;
            case YamlNode.Mapping mapping -> mapping;
        };
    }
}
