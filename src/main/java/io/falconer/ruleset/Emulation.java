package io.falconer.ruleset;

import io.falconer.field.EventSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The emulated Falco, and what rules files may require of it.
 *
 * @param falco the release
 * @param engine the engine version that rules files may require: the release's own, unless the user declares another
 * @param plugins the loaded plugins by name; rules can only use the sources and fields that these provide
 */
public record Emulation(Falco falco, Version engine, Map<String, Version> plugins) {
    /** k8saudit 0.18.0, json 0.7.4 and container, with which all releases were recorded. */
    public static final Map<String, Version> PLUGINS = Map.of(
            "k8saudit", new Version(0, 18, 0),
            "json", new Version(0, 7, 4),
            "container", new Version(0, 7, 1));

    /** The newest release. */
    public static final Emulation DEFAULT = of(Falco.NEWEST);

    public Emulation {
        plugins = Map.copyOf(plugins);
    }

    /** A release with its own engine and the plugins with which it was recorded. */
    public static Emulation of(Falco falco) {
        return new Emulation(falco, falco.engine(), PLUGINS);
    }

    /** The sources whose events it checks: system calls, and what its plugins provide. */
    public Set<EventSource> sources() {
        return LoadedPlugins.sources(plugins);
    }

    /** The release with the sources and fields that its plugins provide. */
    Falco withPlugins() {
        return plugins.equals(PLUGINS) ? falco : LoadedPlugins.in(falco, plugins);
    }

    @Override
    public String toString() {
        return "Falco " + falco.release() + ", engine " + engine + ", plugins " + new TreeMap<>(plugins);
    }
}
