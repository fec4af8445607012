package io.falconer.cli;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which Falco the rules are to load in: what they may require, not what their fields mean. */
final class EmulationOptions {
    /** Falco itself reads past what follows the numbers; in an option that is rather a slip. */
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){2}");

    @Option(
            order = 61,
            names = "--falco-engine-version",
            paramLabel = "X.Y.Z",
            description = "The engine that required_engine_version is checked against. Default: 0.63.0.")
    private Optional<String> engine = Optional.empty();

    @Option(
            order = 62,
            names = "--plugin",
            paramLabel = "NAME:VERSION",
            description = {
                "A loaded plugin, as required_plugin_versions sees it. Repeatable; those given are all there are. Default:",
                "container:0.7.1, json:0.7.4, k8saudit:0.18.0."
            })
    private List<String> plugins = List.of();

    /** What the options declare; the defaults for what they leave out. */
    Emulation emulation(FalconerCommand command) {
        Version version = engine.map(text -> version(command, "--falco-engine-version", text))
                .orElse(Emulation.DEFAULT.engine());
        Map<String, Version> loaded = new LinkedHashMap<>();
        for (String plugin : plugins) {
            int colon = plugin.lastIndexOf(':');
            if (colon <= 0) {
                throw command.usage("--plugin " + plugin + " has no version", "such as --plugin k8saudit:0.18.0");
            }
            String name = plugin.substring(0, colon);
            Version own = version(command, "--plugin " + name, plugin.substring(colon + 1));
            if (loaded.put(name, own) != null) {
                throw command.usage("--plugin " + name + " is given twice", "Falco loads one version of a plugin");
            }
        }
        return new Emulation(Emulation.DEFAULT.falco(), version, plugins.isEmpty() ? Emulation.PLUGINS : loaded);
    }

    private static Version version(FalconerCommand command, String option, String text) {
        return Optional.of(text)
                .filter(written -> VERSION.matcher(written).matches())
                .flatMap(Version::of)
                .orElseThrow(() ->
                        command.usage(option + ": \"" + text + "\" is no version", "three numbers, such as 0.63.0"));
    }
}
