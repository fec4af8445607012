package io.falconer.template;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.Resolution;
import io.falconer.policy.ParameterType;
import io.falconer.text.Diagnostic;
import io.falconer.text.Span;
import io.falconer.yaml.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Validates the holes of one condition. */
final class ConditionHoles {
    private final RuleTemplate template;
    private final ConditionText text;
    private final HoleScope scope;
    private final List<Diagnostic> problems;
    private final Set<String> used;

    ConditionHoles(
            RuleTemplate template, ConditionText text, HoleScope scope, List<Diagnostic> problems, Set<String> used) {
        this.template = template;
        this.text = text;
        this.scope = scope;
        this.problems = problems;
        this.used = used;
    }

    void validate() {
        validate(text.expr());
    }

    private void validate(Expr expr) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(this::validate);
            case Expr.Or or -> or.operands().forEach(this::validate);
            case Expr.Not not -> validate(not.operand());
            case Expr.MacroRef ref -> {}
            case Expr.Exists exists -> operand(exists.left());
            case Expr.Comparison comparison -> comparison(comparison);
        }
    }

    private void comparison(Expr.Comparison comparison) {
        operand(comparison.left());
        switch (comparison.right()) {
            case Right.Text constant -> Holes.in(constant.value()).ifPresent(hole -> constant(hole, constant.span()));
            case Right.TextList list -> list(comparison.operator(), list);
            case Operand operand -> operand(operand);
        }
    }

    private void list(Operator operator, Right.TextList list) {
        for (Right.Text item : list.items()) {
            Optional<String> hole = Holes.in(item.value());
            if (hole.isPresent()) {
                boolean alone = list.items().size() == 1 && operator == Operator.IN;
                if (!alone) {
                    error(item.span(), "$" + hole.get() + " must be the only item of in (...)");
                }
                type(hole.get(), item.span())
                        .filter(type -> !type.isSet())
                        .ifPresent(type ->
                                error(item.span(), "$" + hole.get() + " of type " + type.id() + " is not a set"));
            }
        }
    }

    private void constant(String hole, Span span) {
        if (template.constants().containsKey(hole)) {
            used.add(hole);
        } else {
            type(hole, span)
                    .filter(type -> type != ParameterType.TEXT)
                    .ifPresent(type ->
                            error(span, "$" + hole + " of type " + type.id() + " cannot stand for one constant"));
        }
    }

    private void operand(Operand operand) {
        switch (operand) {
            case Operand.FieldRef field -> {
                if (FieldCatalogue.of(template.source()).resolve(field.name(), field.argument())
                        instanceof Resolution.Refused refused) {
                    error(field.span(), refused.message());
                }
                for (String hole : field.argument().map(PathHoles::of).orElse(List.of())) {
                    step(hole, field.span());
                }
            }
            case Operand.Transformed call -> {
                call.arguments().forEach(argument -> {
                    if (argument instanceof Operand inner) {
                        operand(inner);
                    }
                });
            }
        }
    }

    void path(String path, Span span) {
        PathHoles.of(path).forEach(hole -> step(hole, span));
    }

    private void step(String hole, Span span) {
        switch (hole) {
            case Holes.POD, Holes.METADATA -> {
                if (scope.judged() != RuleSubject.PODS) {
                    error(span, "$" + hole + " is only available in a rule that judges pods");
                }
            }
            case Holes.OBJECT -> {
                if (scope.judged() != RuleSubject.OBJECTS && scope.judged() != RuleSubject.PODS) {
                    error(span, "$object is only available in a rule that judges objects or pods");
                }
            }
            case Holes.ITEM -> {
                if (!scope.item()) {
                    error(span, "$item is only available in a condition with \"items\"");
                }
            }
            case Holes.CONTAINER -> {
                if (!scope.container()) {
                    error(span, "$container is only available in a condition with \"some\"");
                }
            }
            default ->
                type(hole, span)
                        .filter(type -> type != ParameterType.TEXT || isGiven(hole))
                        .ifPresent(
                                type -> error(span, "$" + hole + " cannot be in a path; only a key of \"each\" can"));
        }
    }

    /** A policy may leave out its values; the variable of "each" is always set. */
    private boolean isGiven(String hole) {
        return template.parameters().containsKey(hole) || template.columns().contains(hole);
    }

    private Optional<ParameterType> type(String hole, Span span) {
        used.add(hole);
        Optional<ParameterType> type = Optional.ofNullable(scope.types().get(hole));
        if (type.isEmpty()) {
            problems.add(Diagnostic.error("template-hole", "unknown hole $" + hole, text.locate(span))
                    .withHint(Nearest.hint(
                            hole, List.copyOf(new TreeSet<>(scope.types().keySet())))));
        }
        return type;
    }

    private void error(Span span, String message) {
        problems.add(Diagnostic.error("template-hole", message, text.locate(span)));
    }
}
