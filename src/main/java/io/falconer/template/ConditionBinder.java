package io.falconer.template;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.policy.Argument;
import io.falconer.policy.Parameter;
import io.falconer.policy.ParameterType;
import io.falconer.template.NamedCondition.Repeat;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the holes of a template's conditions, node by node. The template has been checked. */
final class ConditionBinder {
    private final RuleTemplate template;

    ConditionBinder(RuleTemplate template) {
        this.template = template;
    }

    Term bind(Expr expr, Bindings bindings) {
        return switch (expr) {
            case Expr.And and -> Term.and(each(and.operands(), bindings));
            case Expr.Or or -> Term.or(each(or.operands(), bindings));
            case Expr.Not not -> Term.not(bind(not.operand(), bindings));
            case Expr.MacroRef ref -> named(ref.name(), bindings);
            case Expr.Exists exists -> new Term.Of(Checks.exists(operand(exists.left(), bindings)));
            case Expr.Comparison comparison -> comparison(comparison, bindings);
        };
    }

    private List<Term> each(List<Expr> operands, Bindings bindings) {
        return operands.stream().map(operand -> bind(operand, bindings)).toList();
    }

    private Term named(String name, Bindings bindings) {
        Optional<NamedCondition> condition = template.condition(name);
        if (condition.isEmpty()) {
            return Term.of(bindings.argument(name).map(Argument::asks).orElse(false));
        }
        NamedCondition found = condition.get();
        return switch (found.repeat()) {
            case Repeat.Single single -> bind(found.expr(), bindings);
            case Repeat.Some some -> some(found.expr(), some.families(), bindings);
            case Repeat.Items items -> items(found.expr(), items, bindings);
            case Repeat.Any any -> any(found.expr(), any.parameter(), bindings);
            case Repeat.Beyond beyond -> beyond(beyond.families(), bindings);
        };
    }

    private Term some(Expr expr, List<ContainerFamily> families, Bindings bindings) {
        List<Term> terms = new ArrayList<>();
        for (PodPlace pod : bindings.place().pod().stream().toList()) {
            for (ContainerFamily family :
                    pod.families().stream().filter(families::contains).toList()) {
                for (int i = 0; i < pod.maxContainers(); i++) {
                    String path = pod.container(family, i);
                    Term judged = bind(expr, bindings.in(path));
                    terms.add(Term.and(List.of(
                            guard(family, path, judged),
                            judged,
                            Term.not(pod.excepted().apply(path)))));
                }
            }
        }
        return Term.or(terms);
    }

    /**
     * Checks that the container exists, because an index after the last container must not count. A patch may name an ephemeral
     * container without its image. Falco up to 0.43.0 would compare a wrong image if {@code exists} read it first.
     */
    private static Term guard(ContainerFamily family, String path, Term judged) {
        if (family != ContainerFamily.EPHEMERAL_CONTAINERS) {
            return exists(path);
        }
        Operand image = Checks.field("jevt.value", path + "/image");
        return judged instanceof Term.Of(Expr condition) && requires(condition, image)
                ? Term.Constant.TRUE
                : new Term.Of(Checks.compare(image, Operator.STARTSWITH, ""));
    }

    /** Whether a condition is only true if a field has a value. */
    private static boolean requires(Expr condition, Operand field) {
        return switch (condition) {
            case Expr.And and -> and.operands().stream().anyMatch(each -> requires(each, field));
            case Expr.Or or -> or.operands().stream().allMatch(each -> requires(each, field));
            case Expr.Comparison comparison -> comparison.left().withoutSpans().equals(field.withoutSpans());
            case Expr.Exists exists -> false;
            case Expr.Not not -> false;
            case Expr.MacroRef macro -> false;
        };
    }

    private Term items(Expr expr, Repeat.Items items, Bindings bindings) {
        String list = PathHoles.fill(items.path(), bindings);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < items.most(); i++) {
            String path = list + "/" + i;
            terms.add(Term.and(List.of(exists(path), bind(expr, bindings.item(path)))));
        }
        return Term.or(terms);
    }

    private static Term beyond(List<ContainerFamily> families, Bindings bindings) {
        return Term.or(bindings.place().pod().stream()
                .flatMap(pod -> pod.families().stream()
                        .filter(families::contains)
                        .map(family -> exists(pod.container(family, pod.maxContainers()))))
                .toList());
    }

    private static Term exists(String path) {
        return new Term.Of(Checks.exists(Checks.field("jevt.value", path)));
    }

    private Term any(Expr expr, String parameter, Bindings bindings) {
        List<Term> terms = new ArrayList<>();
        if (bindings.argument(parameter).orElse(null) instanceof Argument.Entries entries) {
            for (Map<String, Argument> entry : entries.entries()) {
                terms.add(bind(expr, bindings.with(entry)));
            }
        }
        return Term.or(terms);
    }

    private Term comparison(Expr.Comparison comparison, Bindings bindings) {
        Operand left = operand(comparison.left(), bindings);
        Optional<String> set = Holes.set(comparison);
        if (set.isPresent()) {
            // A column that an entry leaves out restricts nothing.
            return bindings.argument(set.get())
                    .map(argument -> set(left, argument, type(set.get())))
                    .orElse(Term.Constant.TRUE);
        }
        Optional<String> text = Holes.text(comparison);
        if (text.isPresent()) {
            Optional<String> value = text(text.get(), bindings);
            return value.<Term>map(v -> new Term.Of(compare(left, comparison, v)))
                    .orElse(Term.Constant.TRUE);
        }
        return new Term.Of(new Expr.Comparison(
                left, comparison.operator(), comparison.modifier(), right(comparison.right(), bindings), Span.NONE));
    }

    private Optional<String> text(String hole, Bindings bindings) {
        return Optional.ofNullable(template.constants().get(hole)).or(() -> bindings.argument(hole)
                .flatMap(a -> a instanceof Argument.Text text ? Optional.of(text.text()) : Optional.empty()));
    }

    private static Expr compare(Operand left, Expr.Comparison comparison, String value) {
        return comparison.operator() == Operator.EQ
                ? Checks.isText(left, value)
                : new Expr.Comparison(
                        left,
                        comparison.operator(),
                        comparison.modifier(),
                        new Right.Text(value, Span.NONE),
                        Span.NONE);
    }

    private Optional<ParameterType> type(String hole) {
        for (Parameter parameter : template.parameters().values()) {
            if (parameter instanceof Parameter.Table table && table.columns().containsKey(hole)) {
                return Optional.ofNullable(table.columns().get(hole));
            }
        }
        return template.parameters().get(hole) instanceof Parameter.Single single
                ? Optional.of(single.type())
                : Optional.empty();
    }

    private static Term set(Operand left, Argument argument, Optional<ParameterType> type) {
        return switch (argument) {
            case Argument.Globs globs -> Checks.matchesGlob(left, globs.globs());
            case Argument.Images images ->
                type.filter(ParameterType.REPOSITORIES::equals).isPresent()
                        ? ImageChecks.repository(left, images.images())
                        : ImageChecks.reference(left, images.images());
            case Argument.Tags tags -> ImageChecks.tag(left, tags.tags());
            case Argument.Texts texts -> Checks.isAnyText(left, texts.texts());
            case Argument.Numbers numbers ->
                new Term.Of(Checks.in(
                        left, numbers.numbers().stream().map(String::valueOf).toList()));
            case Argument.Keys keys -> new Term.Of(Checks.in(left, keys.keys()));
            case Argument.Quantities quantities ->
                Term.and(quantities.resources().stream()
                        .flatMap(each -> each.most().stream())
                        .map(most -> QuantityChecks.atMost(left, most))
                        .toList());
            case Argument.Text text -> new Term.Of(Checks.isText(left, text.text()));
            case Argument.Flag flag -> Term.of(flag.value());
            case Argument.Entries entries -> Term.of(entries.asks());
        };
    }

    private Right right(Right right, Bindings bindings) {
        return right instanceof Operand operand ? operand(operand, bindings) : right;
    }

    private Operand operand(Operand operand, Bindings bindings) {
        return switch (operand) {
            case Operand.FieldRef field ->
                new Operand.FieldRef(field.name(), field.argument().map(a -> PathHoles.fill(a, bindings)), Span.NONE);
            case Operand.Transformed call ->
                new Operand.Transformed(
                        call.transformer(),
                        call.arguments().stream()
                                .map(a -> a instanceof Operand inner ? operand(inner, bindings) : a)
                                .toList(),
                        call.argument(),
                        Span.NONE);
        };
    }
}
