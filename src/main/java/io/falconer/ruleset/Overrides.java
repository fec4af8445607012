package io.falconer.ruleset;

import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.cpp.Mark;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The keys of an item that are appended to those of an earlier item, and the keys that replace them (section 1.4). */
record Overrides(Set<String> append, Set<String> replace) {
    private static final String BOTH =
            "Keys 'override' and 'append: true' cannot be used together. Add an 'append' entry (e.g. 'condition:"
                    + " append') under 'override' instead.";
    private static final String DEPRECATED = "'append' key is deprecated. Add an 'append' entry (e.g. 'condition:"
            + " append') under 'override' instead.";

    boolean any() {
        return !append.isEmpty() || !replace.isEmpty();
    }

    /** Reads {@code append: true}, with its warning. */
    static boolean appendFlag(Item item, LoadWarnings warnings) {
        boolean append = item.optionalBool("append").orElse(false);
        if (append) {
            warnings.add(LoadCode.LOAD_DEPRECATED_ITEM, DEPRECATED, item.context());
        }
        return append;
    }

    /**
     * Reads {@code override}.
     *
     * @param appendable the keys that may be appended to
     * @param replaceable the keys that may be replaced
     * @param appendFlag whether the item has the older {@code append: true}, which excludes this
     */
    static Overrides read(Item item, Set<String> appendable, Set<String> replaceable, boolean appendFlag) {
        Overrides overrides = new Overrides(new LinkedHashSet<>(), new LinkedHashSet<>());
        Optional<YamlNode> given = item.get("override");
        if (given.isPresent()) {
            Context context = item.context().at(item.node(), ItemType.OVERRIDE, "");
            switch (given.get()) {
                case YamlNode.Mapping mapping -> {
                    for (Entry entry : mapping.entries()) {
                        overrides.add(entry, appendable, replaceable, context);
                    }
                }
                case YamlNode.Sequence sequence
                when !sequence.items().isEmpty() ->
                    throw LoadFailure.invalid(
                            "invalid node; this may result from using a map iterator as a sequence iterator, or vice-versa",
                            Context.of(context.file()));
                case YamlNode.Sequence empty -> {}
                case YamlNode.Scalar ignored -> {}
            }
        }
        if (appendFlag && overrides.any()) {
            throw LoadFailure.structure(BOTH, item.context());
        }
        return overrides;
    }

    private void add(Entry entry, Set<String> appendable, Set<String> replaceable, Context context) {
        String key = text(entry.key(), context);
        String verb = text(entry.value(), context);
        Context keyContext = context.at(entry.key(), ItemType.OVERRIDE, key);
        switch (verb) {
            case "append" -> {
                if (!appendable.contains(key)) {
                    throw LoadFailure.structure(
                            "Key '" + key + "' cannot be appended to, use 'replace' instead", keyContext);
                }
                append.add(key);
            }
            case "replace" -> {
                if (!replaceable.contains(key)) {
                    throw LoadFailure.structure("Key '" + key + "' cannot be replaced", keyContext);
                }
                replace.add(key);
            }
            default -> {
                String allowed =
                        (appendable.contains(key) ? "append " : "") + (replaceable.contains(key) ? "replace " : "");
                throw LoadFailure.structure(
                        "Invalid override operation for key '" + key + "': '" + verb + "'. Allowed values are: "
                                + allowed,
                        context.at(entry.value(), ItemType.VALUE_FOR, key));
            }
        }
    }

    /** A text as yaml-cpp's {@code as<string>} returns it: it knows the word null and refuses collections. */
    private static String text(YamlNode node, Context context) {
        if (node.isNull()) {
            return "null";
        }
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        Mark mark = context.file().mark(node.span().start());
        throw LoadFailure.invalid(mark.message("bad conversion"), Context.of(context.file()));
    }
}
