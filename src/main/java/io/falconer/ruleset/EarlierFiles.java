package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one Falco found out about the rules of the files before. After each file, it compiles all rules again, and for most of
 * them the result is the same.
 */
final class EarlierFiles {
    private final Falco falco;
    private final Map<OutputText, Output> outputs = new HashMap<>();
    private final Map<String, Valid> conditions = new HashMap<>();

    EarlierFiles(Falco falco) {
        this.falco = falco;
    }

    private record OutputText(String text, EventSource source) {}

    /**
     * An output as it was read.
     *
     * @param panic the field in a valid output with which a plugin crashes Falco
     */
    record Output(OutputFormat.Result result, Optional<Check.Failure> panic) {
        private static Output of(OutputFormat.Result result) {
            return new Output(
                    result,
                    result instanceof OutputFormat.Parsed parsed ? PluginPanic.in(parsed.format()) : Optional.empty());
        }
    }

    /** A condition without errors and warnings. */
    private record Valid(Expr condition, EventSource source, Check check) {}

    Output output(String text, EventSource source) {
        return outputs.computeIfAbsent(
                new OutputText(text, source), each -> Output.of(OutputFormat.parse(each.text(), each.source(), falco)));
    }

    /**
     * The check of a rule's condition, including the field with which a plugin crashes Falco. If nothing but places has changed
     * and there was nothing to report, there still is not.
     */
    Check check(String rule, Expr condition, EventSource source) {
        Optional<Valid> before = Optional.ofNullable(conditions.get(rule))
                .filter(valid -> valid.source() == source && condition.isSameApartFromPlaces(valid.condition()));
        if (before.isPresent()) {
            return before.get().check();
        }
        Check check = ConditionChecker.check(condition, source, falco);
        Optional<Check.Failure> failure = check.failure().or(() -> PluginPanic.in(condition));
        if (failure.isEmpty() && check.warnings().isEmpty()) {
            conditions.put(rule, new Valid(condition, source, check));
        }
        return new Check(failure, check.warnings(), check.eventTypes());
    }
}
