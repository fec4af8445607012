package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import io.falconer.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Recognizes files that do nothing but append values to exceptions of rules, each a quoted string, as {@code generate} writes
 * them for teams. In the condition of a rule, each tuple of such values is a text of its own between parentheses. If the rule
 * compiles with more of them, it also compiles with fewer, so a rule to which twenty files append need not be compiled twenty
 * times.
 */
final class AppendedValues {
    private static final Set<String> RULE_KEYS = Set.of("rule", "exceptions", "override");
    private static final Set<String> EXCEPTION_KEYS = Set.of("name", "values");

    private AppendedValues() {}

    /** Whether all items of documents only append such values, or say what the file requires. */
    static boolean isAllOf(List<YamlNode> documents, SourceFile source) {
        return documents.stream()
                .allMatch(document -> isEach(
                        document,
                        item -> item instanceof YamlNode.Mapping mapping
                                && appendsOrRequires(LoadedItem.of(mapping, source))));
    }

    private static boolean appendsOrRequires(LoadedItem item) {
        return item.type() == ItemType.REQUIRED_ENGINE_VERSION
                || item.type() == ItemType.REQUIRED_PLUGIN_VERSIONS
                || (item.type() == ItemType.RULE && appends(item));
    }

    /**
     * Whether this holds for what is collected. There must be no lists, because Falco replaces their names in quoted strings,
     * too, and no rule that is skipped because of its first error, because more values may bring another one.
     */
    static boolean areHarmlessTo(Collector collector) {
        return collector.lists().isEmpty() && collector.rules().stream().noneMatch(RuleDef::skipIfUnknownFilter);
    }

    private static boolean appends(LoadedItem item) {
        return has(item.node(), RULE_KEYS)
                && item.overrides().filter(AppendedValues::appendsExceptions).isPresent()
                && item.node()
                        .get("exceptions")
                        .filter(all -> isEach(all, AppendedValues::isException))
                        .isPresent();
    }

    private static boolean appendsExceptions(YamlNode.Mapping override) {
        return has(override, Set.of("exceptions"))
                && override.get("exceptions")
                        .filter(verb -> verb instanceof YamlNode.Scalar scalar
                                && scalar.text().equals("append"))
                        .isPresent();
    }

    private static boolean isException(YamlNode node) {
        return node instanceof YamlNode.Mapping exception
                && has(exception, EXCEPTION_KEYS)
                && exception
                        .get("values")
                        .filter(values -> isEach(values, tuple -> isEach(tuple, AppendedValues::isQuoted)))
                        .isPresent();
    }

    private static boolean isEach(YamlNode node, Predicate<YamlNode> wanted) {
        return node instanceof YamlNode.Sequence sequence
                && sequence.items().stream().allMatch(wanted);
    }

    private static boolean has(YamlNode.Mapping mapping, Set<String> keys) {
        return mapping.entries().stream()
                .allMatch(entry -> entry.key() instanceof YamlNode.Scalar key && keys.contains(key.text()));
    }

    /** Whether Falco reads the whole text as one string: its last character is the first quote that ends it. */
    private static boolean isQuoted(YamlNode node) {
        if (!(node instanceof YamlNode.Scalar scalar) || !scalar.text().startsWith("\"")) {
            return false;
        }
        String text = scalar.text();
        int end = text.indexOf('"', 1);
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf('"', end + 1);
        }
        return end > 0 && end == text.length() - 1;
    }
}
