package io.falconer.compare;

import io.falconer.ruleset.LoadedItem;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Version;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What rules files require.
 *
 * @param engine the newest engine version that a file names
 * @param plugins plugins that are required, each with its alternatives, by name
 */
record RequiredVersions(Optional<Version> engine, List<Map<String, Version>> plugins) {
    RequiredVersions {
        plugins = List.copyOf(plugins);
    }

    static RequiredVersions of(LoadedRules rules) {
        List<YamlNode.Mapping> items = rules.items().map(LoadedItem::node).toList();
        return new RequiredVersions(
                items.stream()
                        .flatMap(item -> text(item, "required_engine_version"))
                        .flatMap(text -> version(text).stream())
                        .max(Comparator.naturalOrder()),
                items.stream()
                        .flatMap(item -> mappings(item, "required_plugin_versions"))
                        .map(RequiredVersions::alternatives)
                        .toList());
    }

    private static Map<String, Version> alternatives(YamlNode.Mapping plugin) {
        Map<String, Version> alternatives = new LinkedHashMap<>();
        Stream.concat(Stream.of(plugin), mappings(plugin, "alternatives"))
                .forEach(one -> text(one, "name").forEach(name -> text(one, "version")
                        .flatMap(text -> version(text).stream())
                        .forEach(version -> alternatives.put(name, version))));
        return alternatives;
    }

    /** A single number is the second part of a version. */
    private static Optional<Version> version(String text) {
        return Version.of(text.matches("[0-9]+") ? "0." + text + ".0" : text);
    }

    private static Stream<String> text(YamlNode.Mapping item, String key) {
        return item.get(key).stream()
                .flatMap(node -> node instanceof YamlNode.Scalar scalar ? Stream.of(scalar.text()) : Stream.empty());
    }

    private static Stream<YamlNode.Mapping> mappings(YamlNode.Mapping item, String key) {
        return item.get(key).stream()
                .flatMap(node -> node instanceof YamlNode.Sequence list ? list.items().stream() : Stream.empty())
                .flatMap(node -> node instanceof YamlNode.Mapping mapping ? Stream.of(mapping) : Stream.empty());
    }

    /** Adds what the rules checker says of the changes to {@code after}. */
    void changesTo(RequiredVersions after, List<String> major, List<String> minor, List<String> patch) {
        int engines = engine.orElse(new Version(0, 0, 0)).compareTo(after.engine.orElse(new Version(0, 0, 0)));
        if (engines != 0) {
            (engines < 0 ? minor : patch)
                    .add("required_engine_version " + (engines < 0 ? "was raised" : "was lowered"));
        }
        plugins.forEach(required -> known(required, after)
                .ifPresentOrElse(
                        now -> {
                            required.forEach((name, version) -> version(name, version, now, minor, patch));
                            required.keySet().stream()
                                    .filter(name -> !now.containsKey(name) && required.size() > 1)
                                    .forEach(name -> major.add("plugin " + name + " is not an alternative any more"));
                            now.keySet().stream()
                                    .filter(name -> !required.containsKey(name))
                                    .forEach(name -> patch.add("plugin " + name + " is a new alternative"));
                        },
                        () -> patch.add("plugin " + names(required) + " is not required any more")));
        after.plugins.stream()
                .filter(now -> known(now, this).isEmpty())
                .forEach(now -> minor.add("plugin " + names(now) + " is required"));
    }

    private static void version(
            String name, Version version, Map<String, Version> now, List<String> minor, List<String> patch) {
        int raised = Objects.requireNonNullElse(now.get(name), version).compareTo(version);
        if (raised != 0) {
            (raised > 0 ? minor : patch)
                    .add("the required version of plugin " + name + (raised > 0 ? " was raised" : " was lowered"));
        }
    }

    /** The requirement that shares an alternative with {@code required}. */
    private static Optional<Map<String, Version>> known(Map<String, Version> required, RequiredVersions in) {
        return in.plugins.stream()
                .filter(other -> new ArrayList<>(required.keySet()).stream().anyMatch(other::containsKey))
                .findFirst();
    }

    private static String names(Map<String, Version> alternatives) {
        return String.join(" or ", alternatives.keySet());
    }
}
