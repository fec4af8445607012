package io.falconer.ruleset;

import io.falconer.field.EventSource;
import io.falconer.field.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sources and fields of a Falco that has only some plugins. A rule of another source is skipped, and another field does not
 * exist (section 1.5; recorded for system calls: {@code catalogues}).
 */
final class LoadedPlugins {
    private LoadedPlugins() {}

    static Falco in(Falco falco, Map<String, Version> plugins) {
        return falco.with(falco.dialect().only(sources(plugins), field -> isProvided(field, plugins)));
    }

    static Set<EventSource> sources(Map<String, Version> plugins) {
        return Arrays.stream(EventSource.values())
                .filter(source -> isLoaded(KnownPlugin.providing(source), plugins))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isLoaded(List<KnownPlugin> providers, Map<String, Version> plugins) {
        return providers.isEmpty() || providers.stream().anyMatch(plugin -> plugins.containsKey(plugin.id()));
    }

    private static boolean isProvided(Field field, Map<String, Version> plugins) {
        List<KnownPlugin> providers = KnownPlugin.providing(field);
        return providers.isEmpty()
                || providers.stream().anyMatch(plugin -> Optional.ofNullable(plugins.get(plugin.id()))
                        .filter(version -> plugin.has(field, version))
                        .isPresent());
    }
}
