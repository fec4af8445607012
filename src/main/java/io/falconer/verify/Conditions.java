package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import io.falconer.logic.Answer;
import io.falconer.logic.Budget;
import io.falconer.logic.Formula;
import io.falconer.logic.Model;
import io.falconer.logic.Solver;
import io.falconer.logic.Tseitin;
import io.falconer.model.Atom;
import io.falconer.model.AtomReader;
import io.falconer.model.Subject;
import io.falconer.ruleset.Falco;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Decides which valid conditions of one source can hold for one event, and which of them cannot fail where others hold. A
 * solver proposes which checks are true; where no values make them so, it learns that and proposes others. What it learns stays
 * for the next question.
 *
 * <p>Fields that have to do with each other count as independent, so that there are more events here than in truth: that
 * something is impossible is certain, that it is possible is not.
 */
public final class Conditions {
    private static final int MOST_ROUNDS = 5_000;
    private static final int MOST_CONFLICTS = 100_000;

    private final AtomReader reader;
    private final BooleanSupplier expired;
    private final Solver solver = new Solver();
    private final Tseitin clauses = new Tseitin(solver);
    private final SubjectTheory theory = new SubjectTheory();
    /** What each check means, without its places; the same for all that come from one. */
    private final Map<Expr, Atom> meanings;

    private final Map<Expr, Integer> variables = new HashMap<>();
    private final Map<Integer, Atom> atoms = new HashMap<>();
    private final IdentityHashMap<Expr, Formula> formulas = new IdentityHashMap<>();
    private final IdentityHashMap<Expr, Formula> negations = new IdentityHashMap<>();
    private final IdentityHashMap<Formula, Integer> literals = new IdentityHashMap<>();

    /** {@code expired} is asked now and then whether to give up, such as at a deadline. */
    public Conditions(EventSource source, Falco falco, BooleanSupplier expired) {
        this(new AtomReader(source, falco), expired, new HashMap<>());
    }

    private Conditions(AtomReader reader, BooleanSupplier expired, Map<Expr, Atom> meanings) {
        this.reader = reader;
        this.expired = expired;
        this.meanings = meanings;
    }

    /** The same without any conditions: many questions about few of them are answered sooner. */
    public Conditions empty() {
        return new Conditions(reader, expired, meanings);
    }

    /** What was found about conditions that should hold together. */
    public sealed interface Result {}

    /**
     * Nothing is against it.
     *
     * @param truth which checks are true, by their variables
     */
    public record Possible(Truth truth) implements Result {}

    /**
     * No event makes it so.
     *
     * @param core some of the formulas, in their order, that cannot hold together already
     */
    public record Impossible(List<Formula> core) implements Result {
        public Impossible {
            core = List.copyOf(core);
        }
    }

    /** Neither was found within the limits. */
    public record Undecided(String reason) implements Result {}

    /** An assignment of checks. */
    @FunctionalInterface
    public interface Truth extends IntPredicate {
        /** Whether a formula holds under it. */
        default boolean makes(Formula formula) {
            return formula.holds(this);
        }
    }

    /** The formula of a condition. */
    public Formula formula(Expr condition) {
        Formula known = formulas.get(condition);
        if (known != null) {
            return known;
        }
        Formula formula =
                switch (condition) {
                    case Expr.And and -> Formula.and(each(and.operands()));
                    case Expr.Or or -> Formula.or(each(or.operands()));
                    case Expr.Not not -> Formula.not(formula(not.operand()));
                    case Expr.Exists exists -> check(exists.withoutSpans(), () -> reader.atom(exists));
                    case Expr.Comparison comparison -> check(comparison.withoutSpans(), () -> reader.atom(comparison));
                    case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
                };
        formulas.put(condition, formula);
        return formula;
    }

    /** The formula that a condition has {@code value}. */
    public Formula formula(Expr condition, boolean value) {
        Formula formula = formula(condition);
        return value ? formula : negations.computeIfAbsent(condition, c -> Formula.not(formula));
    }

    private List<Formula> each(List<Expr> conditions) {
        return conditions.stream().map(this::formula).toList();
    }

    private Formula check(Expr key, Supplier<Atom> meaning) {
        return new Formula.Variable(
                variables.computeIfAbsent(key, k -> add(meanings.computeIfAbsent(k, m -> meaning.get()))));
    }

    private int add(Atom atom) {
        int variable = solver.newVariable();
        atoms.put(variable, atom);
        return variable;
    }

    /** Whether some event makes all of {@code formulas} true. */
    public Result together(List<Formula> formulas) {
        int[] assumptions = formulas.stream()
                .mapToInt(formula -> literals.computeIfAbsent(formula, clauses::literal))
                .toArray();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (expired.getAsBoolean()) {
                return new Undecided("out of time");
            }
            switch (solver.solve(new Budget(MOST_CONFLICTS, expired), assumptions)) {
                case Answer.Unsatisfiable(List<Integer> core) -> {
                    return new Impossible(IntStream.range(0, assumptions.length)
                            .filter(i -> core.contains(assumptions[i]))
                            .mapToObj(formulas::get)
                            .toList());
                }
                case Answer.Unknown unknown -> {
                    return new Undecided("too many cases");
                }
                case Answer.Satisfiable(Model model) -> {
                    Truth truth = model::holds;
                    Optional<Result> result = examine(formulas, truth);
                    if (result.isPresent()) {
                        return result.get();
                    }
                }
            }
        }
        return new Undecided("too many cases");
    }

    /** Whether some event makes all of {@code formulas} true in the way of {@code truth}. What is not, the solver learns. */
    public boolean confirms(List<Formula> formulas, Truth truth) {
        return formulas.stream().allMatch(truth::makes)
                && examine(formulas, truth).filter(Possible.class::isInstance).isPresent();
    }

    /** Looks for values that make the checks so; where there are none, the solver learns it, and there is no result. */
    private Optional<Result> examine(List<Formula> formulas, Truth truth) {
        Set<Integer> literals = new LinkedHashSet<>();
        formulas.forEach(formula -> justify(formula, true, truth, literals));
        boolean refuted = false;
        boolean unknown = false;
        for (Map.Entry<Subject, List<SubjectTheory.Literal>> entry :
                bySubject(literals).entrySet()) {
            switch (theory.decide(entry.getKey(), entry.getValue())) {
                case SubjectTheory.Possible possible -> {}
                case SubjectTheory.Unknown given -> unknown = true;
                case SubjectTheory.Conflict(List<SubjectTheory.Literal> conflict) -> {
                    refuted = true;
                    solver.addClause(conflict.stream()
                            .mapToInt(literal -> -literal.number())
                            .toArray());
                }
            }
        }
        return refuted
                ? Optional.empty()
                : Optional.of(unknown ? new Undecided("values too intricate") : new Possible(truth));
    }

    private Map<Subject, List<SubjectTheory.Literal>> bySubject(Set<Integer> literals) {
        Map<Subject, List<SubjectTheory.Literal>> result = new LinkedHashMap<>();
        for (int literal : literals) {
            Atom atom = Objects.requireNonNull(atoms.get(Math.abs(literal)));
            for (Subject subject : atom.subjects()) {
                result.computeIfAbsent(subject, s -> new ArrayList<>())
                        .add(new SubjectTheory.Literal(literal, atom.requirement()));
            }
        }
        return result;
    }

    /** Collects checks that make a formula what it is under {@code truth}, whatever the others are. */
    private static void justify(Formula formula, boolean value, Truth truth, Set<Integer> literals) {
        switch (formula) {
            case Formula.Constant constant -> {}
            case Formula.Variable(int number) -> literals.add(value ? number : -number);
            case Formula.Not(Formula operand) -> justify(operand, !value, truth, literals);
            case Formula.And(List<Formula> operands) -> justify(operands, value, value, truth, literals);
            case Formula.Or(List<Formula> operands) -> justify(operands, value, !value, truth, literals);
            case Formula.Iff(Formula left, Formula right) -> {
                justify(left, truth.makes(left), truth, literals);
                justify(right, truth.makes(right), truth, literals);
            }
        }
    }

    /** Of operands that decide by themselves one is enough. */
    private static void justify(
            List<Formula> operands, boolean value, boolean all, Truth truth, Set<Integer> literals) {
        operands.stream()
                .filter(operand -> truth.makes(operand) == value)
                .limit(all ? operands.size() : 1)
                .forEach(operand -> justify(operand, value, truth, literals));
    }
}
