package io.falconer.mutation;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.explain.CheckText;
import io.falconer.ruleset.ConditionChecker;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All changes of a rule's condition, one at a time. Changes that Falco does not load are left out, and so are repetitions. */
public final class Mutants {
    private final Rule rule;
    private final Falco falco;
    private final Map<String, Expr> macros;
    private final CheckText texts;
    private final Set<Expr> known = new HashSet<>();
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(Rule rule, Falco falco, Map<String, Expr> macros) {
        this.rule = rule;
        this.falco = falco;
        this.macros = macros;
        this.texts = new CheckText(rule);
        known.add(rule.condition().withoutSpans());
    }

    /**
     * The mutants of a rule that {@code falco} loaded, in the order of the condition.
     *
     * @param macros the trees of macros that may be taken for another ({@link MacroTrees})
     */
    public static List<Mutant> of(Rule rule, Falco falco, Map<String, Expr> macros) {
        Mutants mutants = new Mutants(rule, falco, macros);
        mutants.change(rule.condition(), 0, UnaryOperator.identity());
        return mutants.mutants;
    }

    /**
     * Adds the changes of a part.
     *
     * @param steps how many steps of its way the parts around it share
     * @param whole gives the condition with another expression in the place of the part
     */
    private void change(Expr expr, int steps, UnaryOperator<Expr> whole) {
        List<Via> way = rule.origin(expr.span()).way();
        if (way.stream().anyMatch(step -> step.kind() == Via.Kind.EXCEPTION)) {
            exception(expr, whole);
            return;
        }
        way.stream()
                .skip(steps)
                .filter(step -> step.kind() == Via.Kind.MACRO)
                .findFirst()
                .ifPresent(macro -> MacroTrees.likest(macro.name(), macros.keySet())
                        .ifPresent(other -> add(
                                Mutator.OTHER_MACRO,
                                macro.location(),
                                macro.name(),
                                other,
                                whole.apply(
                                        Optional.ofNullable(macros.get(other)).orElse(expr)))));
        switch (expr) {
            case Expr.And and -> junction(and.operands(), and, and.span(), way.size(), whole);
            case Expr.Or or -> junction(or.operands(), or, or.span(), way.size(), whole);
            case Expr.Not not -> {
                boolean isException = rule.origin(not.operand().span()).way().stream()
                        .anyMatch(step -> step.kind() == Via.Kind.EXCEPTION);
                if (!isException && !isCheck(not.operand())) {
                    add(Mutator.NEGATE, not, not.operand(), whole);
                }
                change(not.operand(), way.size(), inner -> whole.apply(negated(inner, not.span())));
            }
            case Expr.Exists check -> check(check, whole);
            case Expr.Comparison check -> check(check, whole);
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        }
    }

    private static boolean isCheck(Expr expr) {
        return expr instanceof Expr.Comparison || expr instanceof Expr.Exists;
    }

    /** Twice negated is not negated. */
    private static Expr negated(Expr inner, Span span) {
        return inner instanceof Expr.Not not ? not.operand() : new Expr.Not(inner, span);
    }

    private void check(Expr check, UnaryOperator<Expr> whole) {
        for (CheckMutations.Change change : CheckMutations.of(check)) {
            if (change.mutator() == Mutator.REMOVE_ITEM) {
                removed(check, change.replacement())
                        .ifPresent(item -> add(
                                Mutator.REMOVE_ITEM,
                                rule.origin(item.span()).location(),
                                item.value(),
                                "",
                                whole.apply(change.replacement())));
            } else {
                add(change.mutator(), check, change.replacement(), whole);
            }
        }
    }

    /** The first item of a list that is not in another. */
    private static Optional<Right.Text> removed(Expr check, Expr changed) {
        return items(check).stream()
                .filter(item ->
                        items(changed).stream().noneMatch(left -> left.value().equals(item.value())))
                .findFirst();
    }

    private static List<Right.Text> items(Expr check) {
        return check instanceof Expr.Comparison comparison && comparison.right() instanceof Right.TextList list
                ? list.items()
                : List.of();
    }

    /** @param written where the junction is, without parentheses that its author did not write */
    private void junction(List<Expr> operands, Expr junction, Span written, int steps, UnaryOperator<Expr> whole) {
        boolean isOfAuthor = operands.stream().noneMatch(this::isNegatedException);
        if (isOfAuthor) {
            Expr other = junction instanceof Expr.And
                    ? new Expr.Or(operands, junction.span())
                    : new Expr.And(operands, junction.span());
            add(
                    Mutator.AND_OR,
                    rule.origin(written).location(),
                    texts.of(junction, written),
                    junction instanceof Expr.And ? "or" : "and",
                    whole.apply(other));
        }
        for (int i = 0; i < operands.size(); i++) {
            int index = i;
            if (isOfAuthor) {
                add(
                        Mutator.DROP_CLAUSE,
                        rule.origin(operands.get(i).span()).location(),
                        texts.of(operands.get(i)),
                        "",
                        whole.apply(without(index, operands, junction)));
            }
            UnaryOperator<Expr> within = inner -> whole.apply(
                    isDropped(inner) ? without(index, operands, junction) : with(index, inner, operands, junction));
            if (isOfAuthor || index > 0) {
                change(operands.get(i), steps, within);
            } else {
                own(operands.getFirst(), steps, within);
            }
        }
    }

    /** The condition as its author wrote it: Falco puts it in parentheses to add exceptions. */
    private void own(Expr expr, int steps, UnaryOperator<Expr> whole) {
        Span span = expr.span();
        boolean isDirect = rule.origin(span).way().stream().noneMatch(step -> step.kind() == Via.Kind.MACRO);
        if (isDirect && expr instanceof Expr.And and) {
            junction(and.operands(), and, new Span(span.start() + 1, span.end() - 1), steps, whole);
        } else if (isDirect && expr instanceof Expr.Or or) {
            junction(or.operands(), or, new Span(span.start() + 1, span.end() - 1), steps, whole);
        } else {
            change(expr, steps, whole);
        }
    }

    private boolean isNegatedException(Expr expr) {
        return expr instanceof Expr.Not not
                && rule.origin(not.operand().span()).way().stream().anyMatch(step -> step.kind() == Via.Kind.EXCEPTION);
    }

    /** What an exception without values leaves of its {@code not}. */
    private static boolean isDropped(Expr expr) {
        return expr instanceof Expr.Not not
                && not.operand() instanceof Expr.Or or
                && or.operands().isEmpty();
    }

    private static Expr without(int index, List<Expr> operands, Expr junction) {
        List<Expr> rest = new ArrayList<>(operands);
        rest.remove(index);
        return rest.size() == 1 ? rest.getFirst() : joined(rest, junction);
    }

    private static Expr with(int index, Expr other, List<Expr> operands, Expr junction) {
        List<Expr> all = new ArrayList<>(operands);
        all.set(index, other);
        return joined(all, junction);
    }

    private static Expr joined(List<Expr> operands, Expr junction) {
        return junction instanceof Expr.And
                ? new Expr.And(operands, junction.span())
                : new Expr.Or(operands, junction.span());
    }

    /** Each value of an exception is removed: an item of the only list, or a tuple. */
    private void exception(Expr expr, UnaryOperator<Expr> whole) {
        if (expr instanceof Expr.Comparison comparison && items(comparison).size() > 1) {
            CheckMutations.withoutItems(comparison).forEach(fewer -> removed(comparison, fewer)
                    .ifPresent(item -> value(item, item.value(), fewer, whole)));
            return;
        }
        List<Expr> tuples = expr instanceof Expr.Or or ? or.operands() : List.of(expr);
        for (int i = 0; i < tuples.size(); i++) {
            Expr rest = tuples.size() == 1 ? new Expr.Or(List.of(), expr.span()) : without(i, tuples, expr);
            Expr tuple = tuples.get(i);
            add(
                    Mutator.REMOVE_EXCEPTION_VALUE,
                    constant(tuple)
                            .map(this::place)
                            .orElseGet(() -> rule.origin(tuple.span()))
                            .location(),
                    ConditionPrinter.print(tuple),
                    "",
                    whole.apply(rest));
        }
    }

    private void value(Right.Text item, String text, Expr fewer, UnaryOperator<Expr> whole) {
        add(Mutator.REMOVE_EXCEPTION_VALUE, place(item).location(), text, "", whole.apply(fewer));
    }

    private TextOrigin place(Right constant) {
        return rule.origin(constant.span());
    }

    private static Optional<Right> constant(Expr expr) {
        return switch (expr) {
            case Expr.And and -> constant(and.operands().getFirst());
            case Expr.Or or -> constant(or.operands().getFirst());
            case Expr.Not not -> constant(not.operand());
            case Expr.Exists exists -> Optional.empty();
            case Expr.MacroRef macro -> Optional.empty();
            case Expr.Comparison comparison ->
                comparison.right() instanceof Right.TextList list
                        ? list.items().stream().findFirst().map(item -> item)
                        : Optional.of(comparison.right());
        };
    }

    private void add(Mutator mutator, Expr clause, Expr replacement, UnaryOperator<Expr> whole) {
        add(
                mutator,
                rule.origin(clause.span()).location(),
                texts.check(clause, Optional.empty()),
                ConditionPrinter.print(replacement),
                whole.apply(replacement));
    }

    private void add(Mutator mutator, Location place, String clause, String replacement, Expr condition) {
        if (isLoadable(condition) && known.add(condition.withoutSpans())) {
            mutants.add(new Mutant(mutator, rule, rule.with(condition), clause, replacement, place));
        }
    }

    private boolean isLoadable(Expr condition) {
        return !isDropped(condition)
                && ConditionChecker.check(condition, rule.source(), falco)
                        .failure()
                        .isEmpty();
    }
}
