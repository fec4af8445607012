package io.falconer.cli;

import io.falconer.ruleset.Falco;
import io.falconer.ruleset.FalcoRange;
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
                "All commands but diff and fields also accept a range, such as 0.42..0.45."
            })
    private Optional<String> falco = Optional.empty();

    boolean isGiven() {
        return falco.isPresent();
    }

    /** As the user gave it; empty if it is not set. */
    Optional<String> given() {
        return falco;
    }

    /** The one version that the option names; the newest if it is not set. */
    Falco one(FalconerCommand command) {
        if (falco.orElse("").contains(RANGE)) {
            throw command.usage("--falco " + falco.orElseThrow() + " is a range", "name one version");
        }
        return all(command).getFirst();
    }

    /** All versions that the option names, the oldest first: those of a range, or one. */
    List<Falco> all(FalconerCommand command) {
        return switch (FalcoRange.of(falco.orElse(Falco.NEWEST.release()))) {
            case FalcoRange.Versions versions -> versions.releases();
            case FalcoRange.Mistake mistake -> throw command.usage("--falco: " + mistake.problem(), mistake.hint());
        };
    }
}
