package io.falconer.generate;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.plan.GeneratedRule;
import io.falconer.plan.PlannedControl;
import io.falconer.text.Diagnostic;
import io.falconer.yaml.YamlReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Falconer reads the files that it writes, so they may only be as long as what it reads. */
final class FileLengths {
    /** With fewer checks, each of which has a constant of at most 255 bytes, no condition is too long. */
    private static final int FEWEST_CHECKS = 2_000;

    private FileLengths() {}

    /** An error at the control whose condition has become too long. Nothing has to load it to know that. */
    static Optional<Diagnostic> ofConditions(List<PlannedControl> controls) {
        for (PlannedControl planned : controls) {
            for (GeneratedRule rule : planned.rules()) {
                if (checks(rule.condition()) < FEWEST_CHECKS) {
                    continue;
                }
                long length = ConditionLayout.lines(rule.condition()).stream()
                        .mapToLong(line -> line.length() + 1)
                        .sum();
                if (length > ConditionParser.MAX_LENGTH) {
                    return Optional.of(tooLong(
                            planned, "the condition of \"" + rule.name() + "\"", length, ConditionParser.MAX_LENGTH));
                }
            }
        }
        return Optional.empty();
    }

    /** An error at the control with the longest rules if a file has become too long. */
    static Optional<Diagnostic> ofFiles(List<PlannedControl> controls, List<GeneratedFile> files) {
        return files.stream()
                .filter(file -> file.text().length() > YamlReader.MAX_LENGTH)
                .findFirst()
                .flatMap(file -> controls.stream()
                        .max(Comparator.comparingInt(planned -> checks(planned)))
                        .map(longest ->
                                tooLong(longest, file.path(), file.text().length(), YamlReader.MAX_LENGTH)));
    }

    private static Diagnostic tooLong(PlannedControl planned, String what, long length, int most) {
        return Diagnostic.error(
                        "file-too-large",
                        "this %s control is too long: %s would have %,d characters, and at most %,d are read"
                                .formatted(planned.control().kind(), what, length, most),
                        planned.control().scope().place())
                .withHint("use prefix/* for images below one path, a lower maxContainers, or several policies");
    }

    private static int checks(PlannedControl planned) {
        return planned.rules().stream()
                .mapToInt(rule -> checks(rule.condition()))
                .sum();
    }

    private static int checks(Expr condition) {
        return switch (condition) {
            case Expr.And and ->
                and.operands().stream().mapToInt(FileLengths::checks).sum();
            case Expr.Or or ->
                or.operands().stream().mapToInt(FileLengths::checks).sum();
            case Expr.Not not -> checks(not.operand());
            case Expr.Comparison comparison ->
                comparison.right() instanceof Right.TextList list ? list.items().size() : 1;
            case Expr.Exists exists -> 1;
            case Expr.MacroRef macro -> 1;
        };
    }
}
