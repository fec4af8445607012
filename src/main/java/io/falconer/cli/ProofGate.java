package io.falconer.cli;

import io.falconer.report.VersionResults;
import io.falconer.suite.RuleProof.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What gives {@code prove} exit code 1 although every result holds. */
final class ProofGate {
    @Option(
            names = ProofGate.NAME,
            paramLabel = "KIND",
            split = ",",
            description =
                    "Also exit with 1 for warning (about a policy), or for a rule with the verdict undecided, announced or"
                            + " tested. Repeatable.")
    private List<Kind> failOn = List.of();

    static final String NAME = "--fail-on";

    /** Something to refuse. */
    private enum Kind {
        /** What fails anyway, so that the option accepts what that of other commands accepts. */
        ERROR(Optional.empty()),
        WARNING(Optional.empty()),
        UNDECIDED(Optional.of(Verdict.UNDECIDED)),
        ANNOUNCED(Optional.of(Verdict.ANNOUNCED)),
        TESTED(Optional.of(Verdict.TESTED));

        private final Optional<Verdict> verdict;

        Kind(Optional<Verdict> verdict) {
            this.verdict = verdict;
        }
    }

    /** The values of the option. */
    static List<String> kinds() {
        return Stream.of(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * The exit code of a command that would end with {@code code}.
     *
     * @param warned whether there were warnings about policies
     */
    ExitCode after(ExitCode code, VersionResults results, boolean warned) {
        boolean refused = (warned && failOn.contains(Kind.WARNING))
                || results.inEach().stream()
                        .flatMap(each -> each.proofs().stream())
                        .anyMatch(proof -> failOn.stream().anyMatch(kind -> kind.verdict
                                .filter(proof.verdict()::equals)
                                .isPresent()));
        return code == ExitCode.HOLDS && refused ? ExitCode.DOES_NOT_HOLD : code;
    }
}
