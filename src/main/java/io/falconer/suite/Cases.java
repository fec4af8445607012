package io.falconer.suite;

import io.falconer.yaml.Entry;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cases of a test: a list of mappings from names to values (also written {@code vector:}), or {@code matrix}, a mapping
 * from names to lists of values of which each combination is a case, the last name varying fastest.
 */
final class Cases {
    private static final int MOST = 10_000;

    private final MappingReader test;

    /** Creates the cases of {@code test}, which collects the errors in them. */
    Cases(MappingReader test) {
        this.test = test;
    }

    /** The cases in order, with names in the order of the file; empty if there is an error. */
    List<Map<String, YamlNode>> read() {
        YamlNode node = test.node("cases").orElseThrow();
        if (node instanceof YamlNode.Sequence) {
            return vector(test.mappings("cases"), node);
        }
        List<Map<String, YamlNode>> cases = new ArrayList<>();
        test.mapping("cases").ifPresent(reader -> {
            List<MappingReader> vector = reader.mappings("vector");
            if (reader.has("vector") == reader.has("matrix")) {
                test.error(
                        node.span(),
                        "bad-cases",
                        "\"cases\" must have either vector or matrix",
                        "vector is a list of mappings; matrix is a mapping from names to lists");
            } else if (reader.has("vector")) {
                cases.addAll(vector(vector, node));
            }
            reader.mapping("matrix").ifPresent(m -> cases.addAll(matrix(m)));
            reader.finish();
        });
        return cases;
    }

    private List<Map<String, YamlNode>> vector(List<MappingReader> entries, YamlNode node) {
        List<Map<String, YamlNode>> cases = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (MappingReader entry : entries) {
            Map<String, YamlNode> values = values(entry);
            names.addAll(values.keySet());
            cases.add(values);
        }
        for (int i = 0; i < cases.size(); i++) {
            Set<String> missing = new LinkedHashSet<>(names);
            missing.removeAll(cases.get(i).keySet());
            if (!missing.isEmpty()) {
                test.error(entries.get(i).span(), "bad-cases", "the case has no value " + String.join(", ", missing));
            }
        }
        if (cases.isEmpty()) {
            test.error(node.span(), "bad-cases", "there are no cases");
        }
        return cases;
    }

    private List<Map<String, YamlNode>> matrix(MappingReader matrix) {
        List<Map<String, YamlNode>> cases = List.of(Map.of());
        for (Map.Entry<String, YamlNode> axis : values(matrix).entrySet()) {
            List<YamlNode> values = matrix.items(axis.getKey());
            if (values.isEmpty() && (axis.getValue().isNull() || axis.getValue() instanceof YamlNode.Sequence)) {
                test.error(axis.getValue().span(), "bad-cases", "\"" + axis.getKey() + "\" has no values");
            }
            if ((long) cases.size() * values.size() > MOST) {
                test.error(matrix.span(), "bad-cases", "the matrix has more than " + MOST + " cases");
                return List.of();
            }
            cases = product(cases, axis.getKey(), values);
        }
        return cases;
    }

    private static List<Map<String, YamlNode>> product(
            List<Map<String, YamlNode>> cases, String name, List<YamlNode> values) {
        List<Map<String, YamlNode>> result = new ArrayList<>();
        for (Map<String, YamlNode> known : cases) {
            for (YamlNode value : values) {
                Map<String, YamlNode> longer = new LinkedHashMap<>(known);
                longer.put(name, value);
                result.add(longer);
            }
        }
        return result;
    }

    private static Map<String, YamlNode> values(MappingReader reader) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        for (Entry entry : reader.node().entries()) {
            reader.node(entry.name());
            values.putIfAbsent(entry.name(), entry.value());
        }
        reader.finish();
        return values;
    }
}
