package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles everything collected so far (section 1.5, "compile order"): lists, macros, rules; the first error ends it.
 * Macros and lists that nothing names are reported only if all of it succeeds.
 */
final class RulesCompiler {
    private static final String TOO_MANY_TYPES =
            "Rule matches too many evt.type values. This has a significant performance penalty.";

    private final Collector collector;
    private final LoadWarnings warnings;
    private final ConditionCompiler conditions;

    RulesCompiler(Collector collector, LoadWarnings warnings) {
        this.collector = collector;
        this.warnings = warnings;
        this.conditions = new ConditionCompiler(collector);
    }

    RuleSet compile() {
        List<Rule> rules = new ArrayList<>();
        for (RuleDef rule : collector.rules()) {
            rule.knownSource().flatMap(source -> compile(rule, source)).ifPresent(rules::add);
        }
        warnOfUnused();
        return new RuleSet(rules);
    }

    private Optional<Rule> compile(RuleDef rule, EventSource source) {
        String condition = ExceptionText.of(rule.condition(), rule.exceptions());
        Optional<OutputFormat> output = output(rule, source);
        if (output.isEmpty()) {
            return Optional.empty();
        }
        ConditionCompiler.Parsed parsed = conditions.parse(condition, rule.conditionContext());
        Expr expr = conditions.resolve(parsed, condition, rule.context());
        Check check = ConditionChecker.check(expr, source);
        warnOfTree(check, rule);
        Optional<Check.Failure> failure = check.failure().or(() -> PluginPanic.in(expr));
        if (failure.isPresent()) {
            skipOrFail(rule, failed(failure.get(), condition, parsed, rule, source));
            return Optional.empty();
        }
        warnOfConstants(check, rule, condition);
        if (source == EventSource.SYSCALL
                && rule.warnOfEventTypes()
                && check.eventTypes().tooMany()) {
            warnings.add(LoadCode.LOAD_NO_EVTTYPE, TOO_MANY_TYPES, rule.context());
        }
        return Optional.of(new Rule(
                rule.name(),
                source,
                expr,
                output.get(),
                rule.priority(),
                List.copyOf(rule.tags()),
                rule.enabled(),
                rule.description(),
                rule.context().location()));
    }

    private Optional<OutputFormat> output(RuleDef rule, EventSource source) {
        OutputFormat.Result result = OutputFormat.parse(rule.output(), source);
        return switch (result) {
            case OutputFormat.Parsed parsed -> {
                warnOfOutput(parsed.warnings(), rule);
                PluginPanic.in(parsed.format()).ifPresent(panic -> {
                    throw outputFailure(panic.message(), Optional.empty(), rule);
                });
                yield Optional.of(parsed.format());
            }
            case OutputFormat.Failed failed -> {
                warnOfOutput(failed.warnings(), rule);
                if (!rule.skipIfUnknownFilter() || !speaksOfUnknown(failed.message())) {
                    throw outputFailure(failed.message(), LoadHints.output(failed.rest(), source), rule);
                }
                warnings.add(LoadCode.LOAD_UNKNOWN_FILTER, failed.message(), rule.outputContext());
                yield Optional.empty();
            }
        };
    }

    private static LoadFailure outputFailure(String message, Optional<String> hint, RuleDef rule) {
        return LoadFailure.of(
                        LoadCode.LOAD_ERR_COMPILE_OUTPUT,
                        message,
                        rule.outputContext().resolve())
                .withHint(hint);
    }

    /** Deprecated fields are reported at the output, {@code %container.info} at the rule. */
    private void warnOfOutput(List<Check.Warning> found, RuleDef rule) {
        for (Check.Warning warning : found) {
            Context place = warning.deprecatedField().isPresent() ? rule.outputContext() : rule.context();
            warnings.add(issue(warning, place.resolve()));
        }
    }

    private void skipOrFail(RuleDef rule, LoadFailure failure) {
        if (!rule.skipIfUnknownFilter() || !speaksOfUnknown(failure.issue().message())) {
            throw failure;
        }
        LoadIssue issue = failure.issue();
        warnings.add(
                new LoadIssue(LoadCode.LOAD_UNKNOWN_FILTER, issue.message(), issue.context()).withHint(issue.hint()));
    }

    /** Falco looks at the words of an error to tell whether skip-if-unknown-filter applies. */
    private static boolean speaksOfUnknown(String message) {
        return Stream.of("nonexistent field", "invalid formatting token", "unknown event type", "unknown filter:")
                .anyMatch(message::contains);
    }

    /** What Falco sees in the tree before it compiles it: unsafe comparisons first, then deprecated fields. */
    private void warnOfTree(Check check, RuleDef rule) {
        for (Check.Kind kind : List.of(Check.Kind.UNSAFE_NA_CHECK, Check.Kind.DEPRECATED_FIELD)) {
            check.warnings().stream()
                    .filter(warning -> warning.kind() == kind)
                    .forEach(w -> warnings.add(issue(w, rule.conditionContext().resolve())));
        }
    }

    private LoadFailure failed(
            Check.Failure failure,
            String condition,
            ConditionCompiler.Parsed parsed,
            RuleDef rule,
            EventSource source) {
        LoadContext context = rule.conditionContext()
                .inCondition(condition, failure.span().start(), conditions.place(parsed, failure, source));
        return LoadFailure.of(LoadCode.LOAD_ERR_COMPILE_CONDITION, failure.message(), context)
                .withHint(LoadHints.compilation(failure.message(), source));
    }

    private void warnOfConstants(Check check, RuleDef rule, String condition) {
        Context context = rule.conditionContext();
        check.warnings().stream()
                .filter(warning -> warning.kind() == Check.Kind.CONDITION)
                .forEach(w -> warnings.add(
                        issue(w, context.inCondition(condition, w.span().start(), context.location()))));
    }

    private static LoadIssue issue(Check.Warning warning, LoadContext context) {
        LoadCode code =
                switch (warning.kind()) {
                    case UNSAFE_NA_CHECK -> LoadCode.LOAD_UNSAFE_NA_CHECK;
                    case DEPRECATED_FIELD -> LoadCode.LOAD_DEPRECATED_ITEM;
                    case CONDITION -> LoadCode.LOAD_COMPILE_CONDITION;
                };
        return new LoadIssue(code, warning.message(), context, warning.deprecatedField(), Optional.empty());
    }

    private void warnOfUnused() {
        for (MacroDef macro : collector.macros()) {
            if (!conditions.isUsed(macro)) {
                String message = "Macro not referred to by any other rule/macro";
                warnings.add(LoadCode.LOAD_UNUSED_MACRO, message, macro.context());
            }
        }
        for (ListDef list : collector.lists()) {
            if (!conditions.isUsed(list)) {
                String message = "List not referred to by any other rule/macro";
                warnings.add(LoadCode.LOAD_UNUSED_LIST, message, list.context());
            }
        }
    }
}
