package io.falconer.ruleset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plugins as users write them: {@code k8saudit:0.16.0}, or {@code k8saudit} for the newest version that Falconer knows. */
public sealed interface PluginList {
    /** A regular expression of names. */
    Pattern NAME = Pattern.compile("[^,:\\s]+");

    /** A regular expression of the texts of one plugin. */
    String SYNTAX = NAME + "(:[0-9]{1,9}(\\.[0-9]{1,9}){2})?";

    /** The plugins that the texts name, each with its version. */
    static PluginList of(List<String> texts) {
        Map<String, Version> versions = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int colon = texts.get(i).indexOf(':');
            String name = colon < 0 ? texts.get(i) : texts.get(i).substring(0, colon);
            String number = texts.get(i).substring(colon + 1);
            if (!NAME.matcher(name).matches()) {
                return new Mistake(i, "\"" + texts.get(i) + "\" is not a plugin", "write it as in k8saudit:0.16.0");
            }
            Optional<Version> version =
                    colon < 0 ? KnownPlugin.of(name).map(KnownPlugin::newest) : Version.exactly(number);
            if (version.isEmpty()) {
                return colon < 0
                        ? unknown(i, name)
                        : new Mistake(
                                i,
                                name + ": \"" + number + "\" is not a version",
                                "write three numbers, such as 0.16.0");
            }
            if (versions.put(name, version.get()) != null) {
                return new Mistake(i, name + " is named twice", "Falco loads one version of a plugin");
            }
            for (KnownPlugin plugin : KnownPlugin.of(name).stream().toList()) {
                Optional<String> alike = versions.keySet().stream()
                        .filter(other -> !other.equals(name)
                                && KnownPlugin.of(other).filter(plugin::isLike).isPresent())
                        .findFirst();
                if (alike.isPresent()) { // Falco does not start with both (init_inspectors.cpp)
                    return new Mistake(
                            i,
                            alike.get() + " and " + name + " provide the same fields",
                            "Falco loads only one of them");
                }
            }
        }
        return new Plugins(versions);
    }

    private static Mistake unknown(int item, String name) {
        return new Mistake(
                item,
                name + " has no version, and Falconer does not know this plugin",
                "add its version, as in " + name + ":1.2.3; Falconer knows "
                        + KnownPlugin.ALL.stream().map(KnownPlugin::id).collect(Collectors.joining(", ")));
    }

    /** @param versions by the names of the plugins, in the order in which they are named */
    record Plugins(Map<String, Version> versions) implements PluginList {
        public Plugins {
            versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        }
    }

    /**
     * A text that names no plugin.
     *
     * @param item its index
     */
    record Mistake(int item, String problem, String hint) implements PluginList {}
}
