package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import io.falconer.text.SourceMap;
import io.falconer.text.SourceText;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles everything collected so far (section 1.5, "compile order"): lists, macros, rules. The first error ends it. Unused
 * macros and lists are reported only if all of it succeeds.
 */
final class RulesCompiler {
    private static final String TOO_MANY_TYPES =
            "Rule matches too many evt.type values. This has a significant performance penalty.";

    private final Collector collector;
    private final LoadWarnings warnings;
    private final Falco falco;
    private final ConditionCompiler conditions;
    private final EarlierFiles earlier;

    /** @param earlier what the same Falco found out before, to which this adds */
    RulesCompiler(
            Collector collector, LoadWarnings warnings, Falco falco, RulesDocuments documents, EarlierFiles earlier) {
        this.collector = collector;
        this.warnings = warnings;
        this.falco = falco;
        this.conditions = new ConditionCompiler(collector, falco.dialect().grammar(), documents);
        this.earlier = earlier;
    }

    RuleSet compile() {
        List<Compiled> compiled = new ArrayList<>();
        for (RuleDef rule : collector.rules()) {
            rule.knownSource(falco).flatMap(source -> compile(rule, source)).ifPresent(compiled::add);
        }
        warnOfUnused();
        SourceMap sources = conditions.sources().build();
        return new RuleSet(compiled.stream().map(rule -> rule.in(sources)).toList(), falco);
    }

    /** A rule without the map of all sources, which is complete only when every rule is compiled. */
    private record Compiled(RuleDef definition, EventSource source, Expr condition, OutputFormat output) {
        Rule in(SourceMap sources) {
            return new Rule(
                    definition.name(),
                    source,
                    condition,
                    output,
                    definition.priority(),
                    definition.tags(),
                    definition.enabled(),
                    definition.description(),
                    definition.context().location(),
                    sources);
        }
    }

    private Optional<Compiled> compile(RuleDef rule, EventSource source) {
        SourceText condition =
                ExceptionText.of(rule.condition().joined(), rule.exceptions().all(), falco);
        Optional<OutputFormat> output = output(rule, source);
        if (output.isEmpty()) {
            return Optional.empty();
        }
        ConditionCompiler.Parsed parsed = conditions.parse(condition, rule.conditionContext());
        Expr expr = conditions.resolve(parsed, condition, rule.context());
        Check check = earlier.check(rule.name(), expr, source);
        warnOfTree(check, rule);
        if (check.failure().isPresent()) {
            skipOrFail(rule, failed(check.failure().get(), condition, expr, rule, source));
            return Optional.empty();
        }
        warnOfConstants(check, rule, condition);
        if (source == EventSource.SYSCALL && rule.warnOfEventTypes() && isTriedOnTooMany(check.eventTypes())) {
            warnings.add(LoadCode.LOAD_NO_EVTTYPE, TOO_MANY_TYPES, rule.context());
        }
        OutputFormat placed =
                output.get().shifted(conditions.place(rule.output().joined(), rule.outputContext()));
        return Optional.of(new Compiled(rule, source, expr, placed));
    }

    private boolean isTriedOnTooMany(EventTypeSet types) {
        return types.tooMany() || (types.isEmpty() && falco.has(LoadTrait.NO_TYPES_ARE_TOO_MANY));
    }

    private Optional<OutputFormat> output(RuleDef rule, EventSource source) {
        EarlierFiles.Output output = earlier.output(rule.output().joined().text(), source);
        return switch (output.result()) {
            case OutputFormat.Parsed parsed -> {
                warnOfOutput(parsed.warnings(), rule);
                output.panic().ifPresent(panic -> {
                    throw outputFailure(panic.message(), panic.span(), Optional.empty(), rule);
                });
                yield Optional.of(parsed.format());
            }
            case OutputFormat.Failed failed -> {
                warnOfOutput(failed.warnings(), rule);
                Optional<String> hint = LoadHints.output(failed.rest(), source, falco.dialect());
                skipOrFail(rule, outputFailure(failed.message(), failed.place(), hint, rule));
                yield Optional.empty();
            }
        };
    }

    private static LoadFailure outputFailure(String message, Span place, Optional<String> hint, RuleDef rule) {
        LoadContext context =
                rule.outputContext().resolve().blaming(rule.output().joined().origin(place));
        return LoadFailure.of(LoadCode.LOAD_ERR_COMPILE_OUTPUT, message, context)
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

    /** Falco searches the message of an error to decide whether skip-if-unknown-filter applies. */
    private static boolean speaksOfUnknown(String message) {
        return Stream.of("nonexistent field", "invalid formatting token", "unknown event type", "unknown filter:")
                .anyMatch(message::contains);
    }

    /** What Falco finds in the tree before it compiles it: unsafe comparisons first, then deprecated fields. */
    private void warnOfTree(Check check, RuleDef rule) {
        for (Check.Kind kind : List.of(Check.Kind.UNSAFE_NA_CHECK, Check.Kind.DEPRECATED_FIELD)) {
            check.warnings().stream()
                    .filter(warning -> warning.kind() == kind)
                    .forEach(w -> warnings.add(issue(
                            w,
                            rule.conditionContext()
                                    .resolve()
                                    .blaming(conditions.sources().origin(w.culprit())))));
        }
    }

    private LoadFailure failed(
            Check.Failure failure, SourceText condition, Expr expr, RuleDef rule, EventSource source) {
        LoadContext context = place(failure.span(), failure.culprit(), new QuotedCondition(condition.text()), rule);
        return LoadFailure.of(LoadCode.LOAD_ERR_COMPILE_CONDITION, failure.message(), context)
                .withHint(LoadHints.compilation(failure, expr, source, falco.dialect(), listNames()));
    }

    private List<String> listNames() {
        return collector.lists().stream().map(ListDef::name).toList();
    }

    private void warnOfConstants(Check check, RuleDef rule, SourceText condition) {
        List<Check.Warning> found = check.warnings().stream()
                .filter(warning -> warning.kind() == Check.Kind.CONDITION)
                .toList();
        if (!found.isEmpty()) {
            QuotedCondition quoted = new QuotedCondition(condition.text());
            found.forEach(w -> warnings.add(issue(w, place(w.span(), w.culprit(), quoted, rule))));
        }
    }

    /** Falco counts the offset in the text of the macro that contains a check, but quotes the condition of the rule. */
    private LoadContext place(Span span, Span culprit, QuotedCondition condition, RuleDef rule) {
        int offset = conditions.sources().offsetInText(span.start());
        return rule.conditionContext()
                .inCondition(condition, offset, conditions.sources().origin(culprit));
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
