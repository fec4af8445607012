package io.falconer.cli;

import io.falconer.suite.CoverageRequest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What {@code test} asks of the coverage of rules. */
final class CoverageOptions {
    @Option(
            names = "--coverage",
            description =
                    "Measure which parts of the rules the tests show with effect: checks, items, exception values.")
    private boolean coverage;

    @Option(
            names = "--coverage-min",
            paramLabel = "PERCENT",
            description = "Fail if the tests show less than this. Includes --coverage.")
    private Optional<Integer> minimum = Optional.empty();

    @Option(
            names = "--cover",
            paramLabel = "FILE",
            description =
                    "Count only the rules of this rules file or policy. Repeatable. Default: what the suites say.")
    private List<String> files = List.of();

    @Option(
            names = "--require-coverage",
            description = "Fail unless every enabled rule is fired by a test and kept silent by a test.")
    private boolean complete;

    /** The option that requires all tests, if one is given. */
    Optional<String> requiringAllTests() {
        return complete
                ? Optional.of("--require-coverage")
                : minimum.isPresent()
                        ? Optional.of("--coverage-min")
                        : coverage ? Optional.of("--coverage") : Optional.empty();
    }

    /** The request. A report that contains coverage asks for it. */
    CoverageRequest request(FalconerCommand command, List<Output> outputs) {
        minimum.filter(percent -> percent < 0 || percent > 100).ifPresent(percent -> {
            throw command.usage("--coverage-min is a percentage, not " + percent, "use a number from 0 to 100");
        });
        boolean reported = outputs.stream()
                .map(Output::format)
                .anyMatch(format -> format == Format.LCOV || format == Format.COBERTURA);
        return new CoverageRequest(
                complete,
                coverage || minimum.isPresent() || reported,
                minimum.map(OptionalInt::of).orElse(OptionalInt.empty()),
                files.stream().map(file -> path(command, file)).toList());
    }

    private static Path path(FalconerCommand command, String file) {
        try {
            return Path.of(file).normalize();
        } catch (InvalidPathException e) {
            throw command.usage("--cover " + file + " is not a path", "name a file as the suites do");
        }
    }
}
