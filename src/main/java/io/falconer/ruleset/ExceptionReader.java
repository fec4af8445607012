package io.falconer.ruleset;

import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the exceptions of a rule item (section 4.1). */
final class ExceptionReader {
    /** The maximum number of warnings about one exception because of others with the same name. */
    private static final int MOST_REPEATED = 10;

    private ExceptionReader() {}

    /**
     * The exceptions of {@code rule}; none if the key is missing or empty.
     *
     * @param append whether they add to those of an earlier rule, so that fields may be left out
     */
    static List<ExceptionDef> read(Item rule, boolean append, LoadWarnings warnings) {
        Optional<YamlNode> given = rule.get("exceptions").filter(node -> !node.isNull());
        if (given.isEmpty()) {
            return List.of();
        }
        Context parent = rule.context().at(given.get(), ItemType.EXCEPTIONS, "");
        if (!(given.get() instanceof YamlNode.Sequence sequence)) {
            throw LoadFailure.structure("Rule exceptions must be a sequence", parent);
        }
        List<ExceptionDef> exceptions = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (YamlNode node : sequence.items()) {
            exceptions.add(exception(node, rule.context(), parent, append, seen, warnings));
        }
        return exceptions;
    }

    private static ExceptionDef exception(
            YamlNode node,
            Context rule,
            Context parent,
            boolean append,
            Map<String, Integer> seen,
            LoadWarnings warnings) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw LoadFailure.structure("Rule exception must be a mapping", parent.at(node, ItemType.EXCEPTION, ""));
        }
        String name = Item.of(mapping, ItemType.EXCEPTION, "", parent).text("name");
        Item item = Item.of(mapping, ItemType.EXCEPTION, name, rule);
        String repeated = "Multiple definitions of exception '" + name + "' in the same rule";
        int before = seen.merge(name, 1, Integer::sum) - 1;
        for (int i = 0; i < Math.min(before, MOST_REPEATED); i++) { // Falco warns about each pair
            warnings.add(LoadCode.LOAD_EXCEPTION_NAME_NOT_UNIQUE, repeated, item.context());
        }
        if (!append && !item.has("fields")) {
            throw item.missing("fields");
        }
        ExceptionEntry fields = entry(item, "fields");
        ExceptionEntry comps = entry(item, "comps");
        List<ExceptionEntry> values = values(item);
        if (append && !item.has("values")) {
            String message = "Overriding/appending exception with no values";
            warnings.add(LoadCode.LOAD_APPEND_NO_VALUES, message, item.context());
        }
        return ExceptionDef.defined(name, fields, comps, values, item.context());
    }

    private static List<ExceptionEntry> values(Item item) {
        Optional<YamlNode> given = item.get("values");
        if (given.isEmpty()) {
            return List.of();
        }
        Context context = item.context().at(given.get(), ItemType.EXCEPTION_VALUES, "");
        if (!(given.get() instanceof YamlNode.Sequence sequence)) {
            throw LoadFailure.structure("Rule exception values must be a sequence", context);
        }
        List<ExceptionEntry> values = new ArrayList<>(sequence.items().size());
        for (YamlNode value : sequence.items()) {
            values.add(entry(value, "", context.at(value, ItemType.EXCEPTION_VALUE, "")));
        }
        return values;
    }

    private static ExceptionEntry entry(Item item, String key) {
        return item.get(key).map(node -> entry(node, key, item.context())).orElse(ExceptionEntry.NONE);
    }

    /** Nested lists are as deep as the YAML reader allows. */
    private static ExceptionEntry entry(YamlNode node, String key, Context parent) {
        Context context = parent.at(node, ItemType.VALUE_FOR, key);
        return switch (node) {
            case YamlNode.Scalar scalar when scalar.isNull() -> ExceptionEntry.NONE;
            case YamlNode.Scalar scalar
            when scalar.text().isEmpty() -> throw LoadFailure.structure("Value must be non-empty", context);
            case YamlNode.Scalar scalar -> ExceptionEntry.of(scalar.source());
            case YamlNode.Mapping mapping -> ExceptionEntry.NONE;
            case YamlNode.Sequence sequence -> {
                List<ExceptionEntry> items = new ArrayList<>(sequence.items().size());
                for (YamlNode item : sequence.items()) {
                    items.add(entry(item, "", context.at(item, ItemType.EXCEPTION, "")));
                }
                yield ExceptionEntry.list(items);
            }
        };
    }
}
