package io.falconer.cli;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Falco that loads the rules, and what they may require of it. */
final class EmulationOptions {
    /** Falco itself ignores what follows the numbers. In an option, this is more likely a typing error. */
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){2}");

    @Mixin
    private final FalcoOption falco = new FalcoOption();

    @Option(
            order = 61,
            names = "--falco-engine-version",
            paramLabel = "X.Y.Z",
            description = "Engine version that required_engine_version is checked against. Default: that of the Falco.")
    private Optional<String> engine = Optional.empty();

    @Option(
            order = 62,
            names = "--plugin",
            paramLabel = "NAME:VERSION",
            description = {
                "Loaded plugin that required_plugin_versions is checked against. Repeatable; replaces the default ones:",
                "container:0.7.1, json:0.7.4, k8saudit:0.18.0."
            })
    private List<String> plugins = List.of();

    /** Whether any of the options is set. */
    boolean areGiven() {
        return falco.isGiven() || engine.isPresent() || !plugins.isEmpty();
    }

    /** The one Falco that the options declare, with defaults for the options that are not set. */
    Emulation emulation(FalconerCommand command) {
        return emulation(command, falco.one(command));
    }

    /** All versions that the options declare, the oldest first: those of a range, or one. */
    List<Emulation> emulations(FalconerCommand command) {
        return falco.all(command).stream()
                .map(each -> emulation(command, each))
                .toList();
    }

    private Emulation emulation(FalconerCommand command, Falco release) {
        return new Emulation(
                release,
                engine.map(text -> version(command, "--falco-engine-version", text))
                        .orElse(release.engine()),
                plugins.isEmpty() ? Emulation.PLUGINS : plugins(command));
    }

    private Map<String, Version> plugins(FalconerCommand command) {
        Map<String, Version> loaded = new LinkedHashMap<>();
        for (String plugin : plugins) {
            int colon = plugin.lastIndexOf(':');
            if (colon <= 0) {
                throw command.usage(
                        "--plugin " + plugin + " has no version", "write it as in --plugin k8saudit:0.18.0");
            }
            String name = plugin.substring(0, colon);
            Version own = version(command, "--plugin " + name, plugin.substring(colon + 1));
            if (loaded.put(name, own) != null) {
                throw command.usage("--plugin " + name + " is given twice", "Falco loads one version of a plugin");
            }
        }
        return loaded;
    }

    private static Version version(FalconerCommand command, String option, String text) {
        return Optional.of(text)
                .filter(written -> VERSION.matcher(written).matches())
                .flatMap(Version::of)
                .orElseThrow(() -> command.usage(
                        option + ": \"" + text + "\" is not a version", "write three numbers, such as 0.63.0"));
    }
}
