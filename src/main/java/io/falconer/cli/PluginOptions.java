package io.falconer.cli;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.PluginList;
import io.falconer.ruleset.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                "container:0.7.1,json:0.7.4,k8saudit:0.18.0, or what the policy names."
            })
    private List<String> named = List.of();

    /** Whether the option is set. */
    boolean areGiven() {
        return !named.isEmpty();
    }

    /** As the user gave them, separated by commas; empty if the option is not set. */
    Optional<String> given() {
        return named.isEmpty() ? Optional.empty() : Optional.of(String.join(",", named));
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
        if (all.contains(NONE)) {
            throw command.usage(
                    "--plugins " + String.join(",", all) + " is not a list of plugins",
                    "write it as in --plugins k8saudit,json");
        }
        return switch (PluginList.of(all)) {
            case PluginList.Plugins plugins -> plugins.versions();
            case PluginList.Mistake mistake -> throw command.usage("--plugins: " + mistake.problem(), mistake.hint());
        };
    }
}
