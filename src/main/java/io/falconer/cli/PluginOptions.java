package io.falconer.cli;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.KnownPlugin;
import io.falconer.ruleset.Version;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The plugins of the Falco that loads the rules. */
final class PluginOptions {
    private static final String NONE = "none";

    @Option(
            order = 62,
            names = {"--plugins", "--plugin"},
            paramLabel = "NAME[:VERSION],...",
            description = {
                "The plugins that the Falco has: rules can use only their sources and fields. none stands for no plugin."
                        + " Repeatable. Default:",
                "container:0.7.1,json:0.7.4,k8saudit:0.18.0."
            })
    private List<String> named = List.of();

    /** Whether the option is set. */
    boolean areGiven() {
        return !named.isEmpty();
    }

    /** The plugins with their versions: the newest known one if no version is given. */
    Map<String, Version> plugins(FalconerCommand command) {
        if (named.isEmpty()) {
            return Emulation.PLUGINS;
        }
        List<String> all = named.stream()
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .toList();
        if (all.equals(List.of(NONE))) {
            return Map.of();
        }
        Map<String, Version> loaded = new LinkedHashMap<>();
        for (String each : all) {
            int colon = each.indexOf(':');
            String name = colon < 0 ? each : each.substring(0, colon);
            if (name.isEmpty() || name.equals(NONE)) {
                throw command.usage(
                        "--plugins " + String.join(",", all) + " is not a list of plugins",
                        "write it as in --plugins k8saudit,json");
            }
            Version version = colon < 0
                    ? newest(command, name)
                    : EmulationOptions.version(command, "--plugins " + name, each.substring(colon + 1));
            if (loaded.put(name, version) != null) {
                throw command.usage("--plugins names " + name + " twice", "Falco loads one version of a plugin");
            }
        }
        requireDifferent(command, loaded);
        return loaded;
    }

    private static Version newest(FalconerCommand command, String name) {
        return KnownPlugin.of(name)
                .map(KnownPlugin::newest)
                .orElseThrow(() -> command.usage(
                        "--plugins " + name + " has no version, and Falconer does not know this plugin",
                        "add its version, as in --plugins " + name + ":1.2.3; Falconer knows "
                                + KnownPlugin.ALL.stream().map(KnownPlugin::id).collect(Collectors.joining(", "))));
    }

    /** Falco does not start with two plugins that provide the same fields ({@code init_inspectors.cpp}). */
    private static void requireDifferent(FalconerCommand command, Map<String, Version> loaded) {
        for (KnownPlugin plugin : KnownPlugin.ALL) {
            List<String> alike = loaded.keySet().stream()
                    .filter(name -> KnownPlugin.of(name).filter(plugin::isLike).isPresent())
                    .toList();
            if (alike.size() > 1) {
                throw command.usage(
                        "--plugins: " + String.join(" and ", alike) + " provide the same fields",
                        "Falco loads only one of them");
            }
        }
    }
}
