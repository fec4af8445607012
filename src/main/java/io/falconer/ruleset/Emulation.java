package io.falconer.ruleset;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which Falco is emulated: what rules files may require.
 *
 * @param engine the engine's version
 * @param plugins the loaded plugins by name
 */
public record Emulation(Version engine, Map<String, Version> plugins) {
    /** Engine 0.63.0 with k8saudit 0.18.0, json 0.7.4 and container. */
    public static final Emulation DEFAULT = new Emulation(
            new Version(0, 63, 0),
            Map.of(
                    "k8saudit", new Version(0, 18, 0),
                    "json", new Version(0, 7, 4),
                    "container", new Version(0, 7, 1)));

    public Emulation {
        plugins = Map.copyOf(plugins);
    }

    @Override
    public String toString() {
        return "engine " + engine + ", plugins " + new TreeMap<>(plugins);
    }
}
