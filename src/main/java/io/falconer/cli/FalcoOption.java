package io.falconer.cli;

import io.falconer.ruleset.Falco;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The versions of Falco to emulate. */
final class FalcoOption {
    private static final String RANGE = "..";

    @Option(
            order = 60,
            names = "--falco",
            paramLabel = "VERSION",
            description = {
                "The Falco to emulate: 0.42, 0.43, 0.44, 0.45, or one release of these, such as 0.43.0. Default: 0.45.",
                "check also accepts a range, such as 0.42..0.45."
            })
    private Optional<String> falco = Optional.empty();

    boolean isGiven() {
        return falco.isPresent();
    }

    /** The one version that the option names; the newest if it is not set. */
    Falco one(FalconerCommand command) {
        if (falco.orElse("").contains(RANGE)) {
            throw command.usage(
                    "--falco " + falco.orElseThrow() + " is a range", "name one version; only check accepts a range");
        }
        return all(command).getFirst();
    }

    /** All versions that the option names, the oldest first: those of a range, or one. */
    List<Falco> all(FalconerCommand command) {
        String text = falco.orElse(Falco.NEWEST.release());
        int dots = text.indexOf(RANGE);
        if (dots < 0) {
            return List.of(release(command, text));
        }
        List<Falco> range = Falco.range(
                release(command, text.substring(0, dots)), release(command, text.substring(dots + RANGE.length())));
        if (range.isEmpty()) {
            throw command.usage("--falco " + text + " starts with the newer version", "name the older one first");
        }
        return range;
    }

    private static Falco release(FalconerCommand command, String text) {
        return Falco.of(text)
                .orElseThrow(() -> command.usage(
                        "--falco: \"" + text + "\" is not a version that Falconer emulates",
                        "one of " + String.join(", ", Falco.names())));
    }
}
