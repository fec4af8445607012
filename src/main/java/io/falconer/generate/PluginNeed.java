package io.falconer.generate;

import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.ruleset.KnownPlugin;
import io.falconer.ruleset.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plugin that rules need, for their events or for fields.
 *
 * @param alternatives the plugins that can take its place, at least one, in the lowest versions that have the fields
 * @param newest the field that appeared last, if older versions of the plugin that Falconer knows do not have it
 */
public record PluginNeed(List<Alternative> alternatives, Optional<Field> newest) {
    public PluginNeed {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * One of the plugins.
     *
     * @param lowest the lowest version that has the fields
     */
    public record Alternative(KnownPlugin plugin, Version lowest) {
        @Override
        public String toString() {
            return plugin.id() + " " + lowest;
        }
    }

    /** What the rules of a source need that read these fields, in the order of {@link KnownPlugin#ALL}. */
    static List<PluginNeed> of(EventSource source, Set<Field> fields) {
        return Stream.concat(
                        Stream.of(KnownPlugin.providing(source)),
                        fields.stream().map(KnownPlugin::providing))
                .filter(plugins -> !plugins.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(plugins -> KnownPlugin.ALL.indexOf(plugins.getFirst())))
                .map(plugins -> of(plugins, fields))
                .toList();
    }

    private static PluginNeed of(List<KnownPlugin> plugins, Set<Field> fields) {
        KnownPlugin first = plugins.getFirst();
        Version oldest = first.lowest(List.of());
        return new PluginNeed(
                plugins.stream()
                        .map(plugin -> new Alternative(plugin, plugin.lowest(fields)))
                        .toList(),
                fields.stream()
                        .filter(field -> KnownPlugin.providing(field).contains(first))
                        .filter(field -> first.lowest(List.of(field)).compareTo(oldest) > 0)
                        .max(Comparator.comparing(field -> first.lowest(List.of(field)))));
    }

    /** Whether one of these plugins meets the need. */
    boolean isMetBy(Map<String, Version> plugins) {
        return alternatives.stream()
                .anyMatch(each -> Optional.ofNullable(plugins.get(each.plugin().id()))
                        .filter(version -> version.serves(each.lowest()))
                        .isPresent());
    }

    /** Those of these plugins that would do in a newer version, with the version that they have. */
    String tooOld(Map<String, Version> plugins) {
        return alternatives.stream()
                .map(each -> each.plugin().id())
                .filter(plugins::containsKey)
                .map(name -> name + " " + plugins.get(name))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return alternatives.stream().map(Alternative::toString).collect(Collectors.joining(" or "))
                + newest.map(field -> " (for " + field.name() + ")").orElse("");
    }
}
