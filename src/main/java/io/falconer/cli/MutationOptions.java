package io.falconer.cli;

import io.falconer.logic.Deadline;
import io.falconer.mutation.RuleSources;
import io.falconer.ruleset.Rule;
import io.falconer.suite.CoverageRequest;
import io.falconer.suite.MutationRequest;
import io.falconer.suite.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which changes of rules the tests of {@code test} must notice, and which tests and rules a change of files touches. */
final class MutationOptions {
    /** How long proofs that a changed rule fires on the same events may take in all. */
    private static final Duration PROOF_TIME = Duration.ofSeconds(60);

    @Option(
            names = "--mutate",
            description = "Change the rules, one clause at a time, and show which changes no test notices.")
    private boolean mutate;

    @Option(
            names = "--mutation-min",
            paramLabel = "PERCENT",
            description = "Fail if the tests notice fewer of the changes than this. Includes --mutate.")
    private Optional<Integer> minimum = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "REV",
            description = "Run only suites that changed since this revision of Git, or whose rules or events did, and"
                    + " mutate only rules that changed or whose tests did.")
    private Optional<String> since = Optional.empty();

    /** The revision, if there is one. */
    Optional<String> since() {
        return since;
    }

    /** The files that changed since the revision; empty if none is given. */
    Optional<ChangedFiles> changed(Environment environment) {
        return since.map(revision -> ChangedFiles.since(environment.directory(), revision));
    }

    /** What to mutate, if that is asked. A report of mutants asks for it. */
    Optional<MutationRequest> request(
            FalconerCommand command,
            List<Output> outputs,
            CoverageRequest coverage,
            Optional<ChangedFiles> changed,
            List<Suite> suites) {
        minimum.filter(percent -> percent < 0 || percent > 100).ifPresent(percent -> {
            throw command.usage("--mutation-min is a percentage, not " + percent, "use a number from 0 to 100");
        });
        boolean reported = outputs.stream().anyMatch(output -> output.format() == Format.MUTATION);
        if (!mutate && minimum.isEmpty() && !reported) {
            return Optional.empty();
        }
        return Optional.of(new MutationRequest(
                coverage,
                changed.map(files -> touched(files, suites)).orElse(rule -> true),
                minimum.map(OptionalInt::of).orElse(OptionalInt.empty()),
                Deadline.after(PROOF_TIME)));
    }

    /** Rules that changed, and rules that tests name that changed. */
    private static Predicate<Rule> touched(ChangedFiles changed, List<Suite> suites) {
        List<String> tested = suites.stream()
                .filter(changed::containsTestsOf)
                .flatMap(Suite::namedRules)
                .distinct()
                .toList();
        return rule ->
                tested.contains(rule.name()) || RuleSources.of(rule).stream().anyMatch(changed::contains);
    }
}
