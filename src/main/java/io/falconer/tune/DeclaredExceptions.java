package io.falconer.tune;

import io.falconer.ruleset.ItemType;
import io.falconer.ruleset.LoadedItem;
import io.falconer.ruleset.LoadedRules;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The exceptions that a rule declares: their fields and comparisons, without their values. */
final class DeclaredExceptions {
    private DeclaredExceptions() {}

    /** Those of the rule with this name, as its definitions and additions have them. The last declaration of a name counts. */
    static List<Proposal> of(LoadedRules rules, String rule) {
        Map<String, Proposal> byName = new LinkedHashMap<>();
        rules.items()
                .filter(item -> item.type() == ItemType.RULE && item.name().equals(rule))
                .map(LoadedItem::node)
                .flatMap(item -> items(item, "exceptions"))
                .flatMap(node -> node instanceof YamlNode.Mapping mapping ? Stream.of(mapping) : Stream.empty())
                .forEach(mapping -> declared(mapping).ifPresent(declared -> byName.put(declared.name(), declared)));
        return List.copyOf(byName.values());
    }

    /** Empty if the item only adds values, or compares in a way that Falco would refuse. */
    private static Optional<Proposal> declared(YamlNode.Mapping exception) {
        Optional<String> name = texts(exception, "name").stream().findFirst();
        List<String> fields = texts(exception, "fields");
        List<String> comparisons = texts(exception, "comps");
        boolean isSingle = exception
                .get("fields")
                .filter(YamlNode.Scalar.class::isInstance)
                .isPresent();
        if (name.isEmpty() || fields.isEmpty() || (!comparisons.isEmpty() && comparisons.size() != fields.size())) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String usual = isSingle ? "in" : "=";
            columns.add(new Column(fields.get(i), comparisons.isEmpty() ? usual : comparisons.get(i)));
        }
        return Optional.of(new Proposal(name.get(), true, columns, List.of()));
    }

    private static Stream<YamlNode> items(YamlNode.Mapping mapping, String key) {
        return mapping.get(key).stream()
                .flatMap(node -> node instanceof YamlNode.Sequence list ? list.items().stream() : Stream.empty());
    }

    private static List<String> texts(YamlNode.Mapping mapping, String key) {
        return mapping.get(key).stream()
                .flatMap(node -> node instanceof YamlNode.Sequence list ? list.items().stream() : Stream.of(node))
                .flatMap(node -> node instanceof YamlNode.Scalar scalar
                        ? Stream.of(scalar.text().strip())
                        : Stream.empty())
                .toList();
    }
}
