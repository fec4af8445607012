package io.falconer.cli;

import io.falconer.field.EventSource;
import io.falconer.generate.Bundle;
import io.falconer.generate.LoadedBundles;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Falco that loads the rules, and what they may require of it. */
final class EmulationOptions {
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

    /** The options as the user gave them, with a space before each, for another command; empty if none is set. */
    String given() {
        return falco.given().map(value -> " --falco " + value).orElse("")
                + engine.map(value -> " --falco-engine-version " + value).orElse("")
                + plugins.given().map(value -> " --plugins " + value).orElse("");
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
                release, engine.map(text -> engine(command, text)).orElse(release.engine()), plugins.plugins(command));
    }

    /** The sources whose events the Falco checks: all, unless {@code --plugins} names its plugins. */
    JudgedSources sources(FalconerCommand command) {
        return new JudgedSources(
                plugins.areGiven() ? emulation(command, Falco.NEWEST).sources() : Set.of(EventSource.values()));
    }

    /** The bundles, loaded as this release does with what the other options declare. */
    LoadedBundles bundles(FalconerCommand command, Falco release, List<Bundle> bundles) {
        return new LoadedBundles(emulation(command, release), plugins.areGiven(), bundles);
    }

    private static Version engine(FalconerCommand command, String text) {
        return Version.exactly(text)
                .orElseThrow(() -> command.usage(
                        "--falco-engine-version: \"" + text + "\" is not a version",
                        "write three numbers, such as 0.63.0"));
    }
}
