package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.logic.Formula;
import io.falconer.ruleset.Rule;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds clauses and items of lists that can be deleted: whatever the event, the rest decides the same. A part shows only in
 * events for which its neighbours, and those of the parts around it, leave the decision to it; it is redundant if it is never
 * otherwise there than if it were deleted. The parts of a macro are looked at by themselves, because other rules use it too.
 */
final class RedundantParts {
    /** Longer rows of parts are not looked into: each part is tried with all others. */
    private static final int MOST = 500;

    private static final int MOST_ITEMS = 50;

    private final Conditions all;
    private final Consumer<RuleFact> found;
    /** Macros in which no clause or no item is redundant. */
    private final Map<Kind, Set<Macro>> clean = Map.of(Kind.CLAUSES, new HashSet<>(), Kind.ITEMS, new HashSet<>());

    /** A macro with its tree, without places. */
    private record Macro(String name, Expr tree) {}

    /** What is looked for. Items come last: that a clause is redundant must not depend on the absence of an item. */
    private enum Kind {
        CLAUSES,
        ITEMS
    }

    RedundantParts(Conditions all, Consumer<RuleFact> found) {
        this.all = all;
        this.found = found;
    }

    /** Looks into a rule that can fire. */
    void search(Rule rule) {
        ConditionParts parts = new ConditionParts(rule);
        Conditions conditions = all.empty();
        Expr rest = new Search(Kind.CLAUSES, parts, conditions).inside(parts.plain(), List.of());
        new Search(Kind.ITEMS, parts, conditions).inside(rest, List.of());
    }

    private final class Search {
        private final Kind kind;
        private final ConditionParts parts;
        private final Conditions conditions;
        private boolean isClean = true;

        Search(Kind kind, ConditionParts parts, Conditions conditions) {
            this.kind = kind;
            this.parts = parts;
            this.conditions = conditions;
        }

        /**
         * The part without what is redundant in it.
         *
         * @param context what holds where {@code part} decides
         */
        Expr inside(Expr part, List<Given> context) {
            return switch (part) {
                case Expr.And and -> joined(and, operands(and, and.operands(), true, context));
                case Expr.Or or -> joined(or, operands(or, or.operands(), false, context));
                case Expr.Not not -> new Expr.Not(below(not.operand(), not, context), not.span());
                case Expr.Exists exists -> exists;
                case Expr.Comparison comparison -> kind == Kind.ITEMS ? items(comparison, context) : comparison;
                case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
            };
        }

        private Expr below(Expr part, Expr parent, List<Given> context) {
            Optional<Via> use = parts.macro(part, parent);
            if (use.isEmpty()) {
                return inside(part, context);
            }
            Macro macro = new Macro(use.get().name(), part.withoutSpans());
            if (!cleanOnes().contains(macro)) {
                Search search = new Search(kind, parts, conditions);
                search.inside(part, List.of());
                if (search.isClean) {
                    cleanOnes().add(macro);
                }
                isClean &= search.isClean;
            }
            return part;
        }

        private Set<Macro> cleanOnes() {
            return Objects.requireNonNull(clean.get(kind));
        }

        /** @param neutral what an operand is that leaves the decision to the others */
        private List<Expr> operands(Expr parent, List<Expr> operands, boolean neutral, List<Given> context) {
            if (operands.size() > MOST) {
                undecided("has redundant clauses", "too many clauses");
                return operands;
            }
            Set<Expr> silent = Collections.newSetFromMap(new IdentityHashMap<>());
            operands.stream().filter(each -> isPlaceholder(each, parent)).forEach(silent::add);
            List<Expr> kept = new ArrayList<>(operands);
            for (int i = operands.size() - 1; i >= 0; i--) {
                Expr part = kept.get(i);
                if (silent.contains(part)) {
                    continue;
                }
                List<Given> around = new ArrayList<>(context);
                kept.stream()
                        .filter(each -> each != part && !silent.contains(each))
                        .forEach(each -> around.add(new Given(each, neutral)));
                Optional<List<Given>> because =
                        kind == Kind.CLAUSES ? excluded(around, List.of(new Given(part, !neutral))) : Optional.empty();
                if (because.isPresent()) {
                    report(new RuleFact.RedundantClause(parts.rule(), part, parent, neutral, because.get()));
                    kept.remove(i);
                } else {
                    kept.set(i, below(part, parent, around));
                }
            }
            return kept;
        }

        private static Expr joined(Expr.And and, List<Expr> rest) {
            return rest.size() == 1 ? rest.getFirst() : new Expr.And(rest, and.span());
        }

        private static Expr joined(Expr.Or or, List<Expr> rest) {
            return rest.size() == 1 ? rest.getFirst() : new Expr.Or(rest, or.span());
        }

        /** A macro or list that decides nothing until users override it, or that they are meant to override by its name. */
        private boolean isPlaceholder(Expr part, Expr parent) {
            return parts.isForUsers(part, parent)
                    || (parts.isOpen(part, parent) && (never(part, true) || never(part, false)));
        }

        private boolean never(Expr part, boolean value) {
            return excluded(List.of(), List.of(new Given(part, value))).isPresent();
        }

        private Expr items(Expr.Comparison comparison, List<Given> context) {
            if (!(comparison.right() instanceof Right.TextList list)
                    || !comparison.operator().takesList()
                    || comparison.modifier().isPresent()
                    || list.items().size() > MOST_ITEMS) {
                return comparison;
            }
            List<Right.Text> kept = new ArrayList<>(list.items());
            for (int i = kept.size() - 1; i >= 0 && kept.size() > 1; i--) {
                Right.Text item = kept.get(i);
                if (parts.isListed(item)) {
                    continue;
                }
                List<Right.Text> others = new ArrayList<>(kept);
                others.remove(i);
                Given with = new Given(withItems(comparison, kept), true);
                Given without = new Given(withItems(comparison, others), false);
                Optional<List<Given>> because = excluded(context, List.of(with, without));
                if (because.isPresent()) {
                    report(new RuleFact.RedundantItem(parts.rule(), comparison, item, because.get()));
                    kept = others;
                }
            }
            return kept.size() == list.items().size() ? comparison : withItems(comparison, kept);
        }

        private static Expr.Comparison withItems(Expr.Comparison comparison, List<Right.Text> items) {
            return new Expr.Comparison(
                    comparison.left(),
                    comparison.operator(),
                    comparison.modifier(),
                    new Right.TextList(items, comparison.right().span()),
                    comparison.span());
        }

        private void report(RuleFact fact) {
            isClean = false;
            found.accept(fact);
        }

        private void undecided(String question, String reason) {
            report(new RuleFact.Undecided(parts.rule(), question, reason));
        }

        /** If no event makes all of it so: what of {@code around} already excludes {@code wanted}. */
        private Optional<List<Given>> excluded(List<Given> around, List<Given> wanted) {
            List<Given> all = new ArrayList<>(around);
            all.addAll(wanted);
            List<Formula> formulas =
                    all.stream().map(given -> given.formula(conditions)).toList();
            return switch (conditions.together(formulas)) {
                case Conditions.Possible possible -> Optional.empty();
                case Conditions.Undecided(String reason) -> {
                    undecided("has redundant parts", reason);
                    yield Optional.empty();
                }
                case Conditions.Impossible(List<Formula> core) -> Optional.of(Given.in(core, around, formulas));
            };
        }
    }
}
