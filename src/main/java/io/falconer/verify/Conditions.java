package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import io.falconer.language.Automaton;
import io.falconer.logic.Answer;
import io.falconer.logic.Budget;
import io.falconer.logic.Deadline;
import io.falconer.logic.Formula;
import io.falconer.logic.Model;
import io.falconer.logic.Solver;
import io.falconer.logic.Tseitin;
import io.falconer.model.AtomReader;
import io.falconer.model.Atoms;
import io.falconer.model.KnownAtoms;
import io.falconer.model.Statement;
import io.falconer.model.Subject;
import io.falconer.ruleset.EventTypeSet;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadTrait;
import io.falconer.ruleset.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
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
    private static final String TOO_MANY_CASES = "too many cases";

    private final Deadline deadline;
    private final Solver solver = new Solver();
    private final Tseitin clauses = new Tseitin(solver);
    private final Atoms atoms;
    private final CheckVariables checks;
    private final SubjectTheory theory;
    private final SubjectValues values;
    private final List<Formula> always = new ArrayList<>();
    private final IdentityHashMap<Expr, Formula> negations = new IdentityHashMap<>();
    private final IdentityHashMap<Formula, Integer> literals = new IdentityHashMap<>();

    /** What is not decided at {@code deadline} is undecided. */
    public Conditions(EventSource source, Falco falco, Deadline deadline) {
        this(new KnownAtoms(new AtomReader(source, falco)), deadline);
    }

    /** Conditions whose checks {@code atoms} reads. */
    public Conditions(Atoms atoms, Deadline deadline) {
        this(atoms, new SubjectTheory(atoms::domain), deadline);
    }

    private Conditions(Atoms atoms, SubjectTheory theory, Deadline deadline) {
        this.atoms = atoms;
        this.checks = new CheckVariables(atoms, solver);
        this.theory = theory;
        this.values = new SubjectValues(checks, theory);
        this.deadline = deadline;
    }

    /** The same without any conditions: many questions about few of them are answered sooner. */
    public Conditions empty() {
        return new Conditions(atoms, theory.forOthers(), deadline);
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
        return checks.formula(condition);
    }

    /** The formula that a condition has {@code value}. */
    public Formula formula(Expr condition, boolean value) {
        Formula formula = formula(condition);
        return value ? formula : negations.computeIfAbsent(condition, c -> Formula.not(formula));
    }

    /** The formula that {@code falco} tries a rule on an event, and its condition holds (docs/falco.md, section 3.7). */
    public Formula fires(Rule rule, Falco falco) {
        Formula holds = formula(rule.condition());
        EventTypeSet types =
                EventTypeSet.of(rule.condition(), rule.source(), falco.has(LoadTrait.EVENT_NUMBERS_DECIDED));
        if (types.equals(EventTypeSet.ALL)) {
            return holds;
        }
        return Formula.and(List.of(formula(types.condition()), holds));
    }

    /** The formula of a statement about documents. */
    public Formula formula(Statement statement) {
        return checks.formula(statement);
    }

    /** What the checks of all formulas so far look at. */
    Set<Subject> subjects() {
        return checks.subjects();
    }

    /** The sets with which the checks of all formulas so far compare values. */
    Map<Subject, Set<Automaton>> sets() {
        return checks.sets();
    }

    /** Adds that {@code formula} is true of every event. */
    void require(Formula formula) {
        clauses.require(formula);
        always.add(formula);
    }

    /** Whether some event makes all of {@code formulas} true. */
    public Result together(List<Formula> formulas) {
        int[] assumptions = formulas.stream()
                .mapToInt(formula -> literals.computeIfAbsent(formula, clauses::literal))
                .toArray();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (deadline.isOver()) {
                return new Undecided(deadline.reason());
            }
            switch (solver.solve(new Budget(MOST_CONFLICTS, deadline), assumptions)) {
                case Answer.Unsatisfiable(List<Integer> core) -> {
                    return new Impossible(IntStream.range(0, assumptions.length)
                            .filter(i -> core.contains(assumptions[i]))
                            .mapToObj(formulas::get)
                            .toList());
                }
                case Answer.Unknown unknown -> {
                    return new Undecided(deadline.isOver() ? deadline.reason() : TOO_MANY_CASES);
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
        return new Undecided(TOO_MANY_CASES);
    }

    /**
     * The same, asked for each of the ways in which checks on one subject can hold together. Where much depends on the subject,
     * each of these questions is easy.
     */
    Result together(List<Formula> formulas, Subject subject) {
        Set<Integer> variables = new HashSet<>();
        formulas.forEach(formula -> Justification.variables(formula, variables));
        SequencedMap<Integer, Automaton> sets = checks.sets(subject);
        sets.keySet().retainAll(variables);
        Optional<Set<List<Formula>>> cases = SubjectCases.of(sets, atoms.domain(subject));
        if (cases.isEmpty()) {
            return together(formulas);
        }
        for (List<Formula> literals : cases.get()) {
            List<Formula> both = new ArrayList<>(formulas);
            both.addAll(literals);
            Result result = together(both);
            if (!(result instanceof Impossible(List<Formula> core))) {
                return result;
            }
            if (core.stream().noneMatch(literals::contains)) {
                return new Impossible(core);
            }
        }
        return new Impossible(formulas);
    }

    /** Whether some event makes all of {@code formulas} true in the way of {@code truth}. What is not, the solver learns. */
    public boolean confirms(List<Formula> formulas, Truth truth) {
        return formulas.stream().allMatch(truth::makes)
                && examine(formulas, truth).filter(Possible.class::isInstance).isPresent();
    }

    /**
     * Values that make {@code formulas} true in the way of {@code truth}, which was found possible.
     *
     * @param preferred values to take where they fit, the best ones first
     */
    Map<Subject, Witness> witness(List<Formula> formulas, Truth truth, Function<Subject, List<String>> preferred) {
        return values.witness(literals(formulas, truth), preferred);
    }

    /**
     * Values that make {@code formulas} true in the way of {@code truth}, which was found possible: none of a subject that must
     * not be there, several of a list.
     *
     * @param preferred values to take where they fit, the best ones first
     */
    SequencedMap<Subject, List<String>> values(
            List<Formula> formulas, Truth truth, Function<Subject, List<String>> preferred) {
        return values.of(literals(formulas, truth), preferred);
    }

    /**
     * What a subject must be for some checks.
     *
     * @param text a value, if there is one
     * @param isCompared whether a check asks for more than a value
     */
    record Witness(boolean present, Optional<String> text, boolean isCompared) {}

    private Set<Integer> literals(List<Formula> formulas, Truth truth) {
        Set<Integer> literals = new LinkedHashSet<>();
        formulas.forEach(formula -> Justification.add(formula, truth, literals));
        always.forEach(formula -> Justification.add(formula, truth, literals));
        return literals;
    }

    /** Looks for values that make the checks so; where there are none, the solver learns it, and there is no result. */
    private Optional<Result> examine(List<Formula> formulas, Truth truth) {
        return switch (values.decide(literals(formulas, truth))) {
            case SubjectValues.Exist exist -> Optional.of(new Possible(truth));
            case SubjectValues.Unknown unknown -> Optional.of(new Undecided("values too intricate"));
            case SubjectValues.Excluded(List<int[]> learned) -> {
                learned.forEach(solver::addClause);
                yield Optional.empty();
            }
        };
    }
}
