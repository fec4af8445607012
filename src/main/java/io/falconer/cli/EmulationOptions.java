package io.falconer.cli;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Version;
import java.util.List;
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

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    /** Whether any of the options is set. */
    boolean areGiven() {
        return falco.isGiven() || engine.isPresent() || plugins.areGiven();
    }

    /** All versions that the options declare, the oldest first: those of a range, or one. */
    List<Emulation> emulations(FalconerCommand command) {
        return falco.all(command).stream().map(each -> emulation(command, each)).toList();
    }

    /** The releases that {@code --falco} names, the oldest first; none if it is not set. */
    List<Falco> releases(FalconerCommand command) {
        return falco.isGiven() ? falco.all(command) : List.of();
    }

    /** This release with what the other options declare. */
    Emulation emulation(FalconerCommand command, Falco release) {
        return new Emulation(
                release,
                engine.map(text -> version(command, "--falco-engine-version", text))
                        .orElse(release.engine()),
                plugins.plugins(command));
    }

    /** The version that an option declares. */
    static Version version(FalconerCommand command, String option, String text) {
        return Optional.of(text)
                .filter(written -> VERSION.matcher(written).matches())
                .flatMap(Version::of)
                .orElseThrow(() -> command.usage(
                        option + ": \"" + text + "\" is not a version", "write three numbers, such as 0.63.0"));
    }
}
