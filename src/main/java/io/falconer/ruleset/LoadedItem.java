package io.falconer.ruleset;

import io.falconer.field.EventSource;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.YamlNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An item of a rules file as written there, whatever later items change.
 *
 * @param type {@link ItemType#RULE}, {@link ItemType#MACRO} or {@link ItemType#LIST}, or another type for an item that defines
 *     nothing
 * @param name the name of the rule, macro or list; empty if it has none
 * @param location the whole item
 */
public record LoadedItem(ItemType type, String name, YamlNode.Mapping node, Location location) {
    /** The item of {@code source} at {@code node}. The first key that Falco searches for determines its type (section 1.1). */
    static LoadedItem of(YamlNode.Mapping node, SourceFile source) {
        Location location = new Location(source, node.span());
        if (node.get("required_engine_version").isPresent()) {
            return new LoadedItem(ItemType.REQUIRED_ENGINE_VERSION, "", node, location);
        }
        if (node.get("required_plugin_versions").isPresent()) {
            return new LoadedItem(ItemType.REQUIRED_PLUGIN_VERSIONS, "", node, location);
        }
        return Stream.of(ItemType.LIST, ItemType.MACRO, ItemType.RULE)
                .filter(type -> node.get(type.words()).isPresent())
                .findFirst()
                .map(type -> new LoadedItem(
                        type, node.get(type.words()).map(LoadedItem::text).orElse(""), node, location))
                .orElseGet(() -> new LoadedItem(ItemType.RULES_CONTENT_ITEM, "", node, location));
    }

    private static String text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }

    /** Whether it defines a rule, macro or list, instead of appending to one, overriding it or enabling or disabling it. */
    public boolean defines() {
        boolean isRule = type == ItemType.RULE;
        boolean isDefinable = isRule || type == ItemType.MACRO || type == ItemType.LIST;
        return isDefinable
                && !appends()
                && overrides().isEmpty()
                && (!isRule
                        || Stream.of("condition", "output", "desc", "priority").anyMatch(key -> has(key)));
    }

    /** The source in the definition of a rule. */
    public String source() {
        return node.get("source")
                .map(LoadedItem::text)
                .filter(text -> !text.isEmpty())
                .orElse(EventSource.SYSCALL.id());
    }

    /** Whether it has the older {@code append: true}. */
    public boolean appends() {
        return node.get("append")
                .filter(value -> value instanceof YamlNode.Scalar scalar
                        && YamlCpp.bool(scalar.text()).orElse(false))
                .isPresent();
    }

    /** The value of {@code override}, if it is not empty. */
    public Optional<YamlNode.Mapping> overrides() {
        return node.get("override")
                .flatMap(value -> value instanceof YamlNode.Mapping mapping ? Optional.of(mapping) : Optional.empty())
                .filter(mapping -> !mapping.entries().isEmpty());
    }

    private boolean has(String key) {
        return node.get(key).isPresent();
    }
}
