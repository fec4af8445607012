package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.language.Automaton;
import io.falconer.logic.Formula;
import io.falconer.logic.Solver;
import io.falconer.model.Atom;
import io.falconer.model.Atoms;
import io.falconer.model.Requirement;
import io.falconer.model.Statement;
import io.falconer.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/** The checks of conditions and statements as variables of a solver. Equal checks share a variable. */
final class CheckVariables {
    private final Atoms reader;
    private final Solver solver;
    private final Joining joining;
    private final Map<Object, Integer> variables = new HashMap<>();
    private final Map<Integer, Atom> atoms = new LinkedHashMap<>();
    private final Map<Atom, Integer> known = new HashMap<>();
    private final Map<Subject, Checks> ofSubject = new LinkedHashMap<>();
    private final IdentityHashMap<Expr, Formula> formulas = new IdentityHashMap<>();

    /** The variables of the checks on a subject, and the values that it can have. */
    private record Checks(Automaton domain, Map<Requirement, Integer> variables) {}

    CheckVariables(Atoms reader, Solver solver) {
        this.reader = reader;
        this.solver = solver;
        this.joining = new Joining(reader);
    }

    /** The formula of a condition. */
    Formula formula(Expr condition) {
        Formula known = formulas.get(condition);
        if (known != null) {
            return known;
        }
        Formula formula = reader.joins()
                ? formula(joining.joined(CheckTree.of(condition, reader)))
                : switch (condition) {
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

    private List<Formula> each(List<Expr> conditions) {
        return conditions.stream().map(this::formula).toList();
    }

    private Formula check(Object key, Supplier<Atom> meaning) {
        return new Formula.Variable(variables.computeIfAbsent(key, k -> variable(meaning.get())));
    }

    /** What is opaque may differ from what else is: only equal checks are the same there, not equal atoms. */
    private int variable(Atom atom) {
        if (atom.requirement() instanceof Requirement.Opaque) {
            return added(atom);
        }
        return known.computeIfAbsent(atom, a -> {
            int variable = added(a);
            ofSubject
                    .computeIfAbsent(
                            a.subjects().getFirst(),
                            subject -> new Checks(reader.domain(subject), new LinkedHashMap<>()))
                    .variables()
                    .put(a.requirement(), variable);
            return variable;
        });
    }

    private int added(Atom atom) {
        int variable = solver.newVariable();
        atoms.put(variable, atom);
        return variable;
    }

    /** The formula of a statement about documents. */
    Formula formula(Statement statement) {
        CheckTree tree = CheckTree.of(statement, reader);
        return formula(reader.joins() ? joining.joined(tree) : tree);
    }

    private Formula formula(CheckTree tree) {
        return switch (tree) {
            case CheckTree.All(List<CheckTree> parts) ->
                Formula.and(parts.stream().map(this::formula).toList());
            case CheckTree.Any(List<CheckTree> parts) ->
                Formula.or(parts.stream().map(this::formula).toList());
            case CheckTree.Not(CheckTree part) -> Formula.not(formula(part));
            case CheckTree.Check(Object key, Atom atom) -> check(key, () -> atom);
        };
    }

    /** The checks that compare a subject with sets, by their variables. */
    SequencedMap<Integer, Automaton> sets(Subject subject) {
        SequencedMap<Integer, Automaton> sets = new LinkedHashMap<>();
        Checks checks = ofSubject.get(subject);
        if (checks != null) {
            checks.variables().forEach((requirement, variable) -> {
                if (requirement instanceof Requirement.One(Automaton set)) {
                    sets.put(variable, set);
                }
            });
        }
        return sets;
    }

    /** The sets that the values of subjects are compared with. */
    Map<Subject, Set<Automaton>> sets() {
        Map<Subject, Set<Automaton>> sets = new LinkedHashMap<>();
        ofSubject
                .keySet()
                .forEach(subject ->
                        sets.put(subject, new LinkedHashSet<>(sets(subject).values())));
        return sets;
    }

    /** What the checks of all formulas so far look at. */
    Set<Subject> subjects() {
        Set<Subject> subjects = new LinkedHashSet<>();
        atoms.values().forEach(atom -> subjects.addAll(atom.subjects()));
        return subjects;
    }

    /**
     * Clauses that exclude a conflict about one subject, and about all others that have the same checks and can have the same
     * values: the next container is like the first.
     */
    List<int[]> excluding(Subject subject, List<SubjectTheory.Literal> conflict) {
        List<int[]> clauses = new ArrayList<>();
        clauses.add(conflict.stream().mapToInt(literal -> -literal.number()).toArray());
        Automaton domain = reader.domain(subject);
        ofSubject.forEach((other, checks) -> {
            Map<Requirement, Integer> variables = checks.variables();
            boolean alike = checks.domain().equals(domain)
                    && other.always() == subject.always()
                    && conflict.stream().allMatch(literal -> variables.containsKey(literal.requirement()))
                    && !other.equals(subject);
            if (alike) {
                clauses.add(conflict.stream()
                        .mapToInt(literal -> {
                            int variable = Objects.requireNonNull(variables.get(literal.requirement()));
                            return literal.isTrue() ? -variable : variable;
                        })
                        .toArray());
            }
        });
        return clauses;
    }

    /** The checks of {@code literals}, by what they look at. */
    Map<Subject, List<SubjectTheory.Literal>> bySubject(Iterable<Integer> literals) {
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
}
