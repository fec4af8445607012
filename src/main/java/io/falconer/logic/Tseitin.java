package io.falconer.logic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Turns formulas into clauses of a solver, as Tseitin did: a literal, which clauses define, is the name of each sub-formula.
 * Only the direction of a definition that a formula needs is added (Plaisted and Greenbaum). The other direction is added when
 * a later formula needs it, so formulas can be added between questions. Sub-formulas with the same operands share a name.
 */
public final class Tseitin {
    /** If the name is true, the sub-formula is. */
    private static final int IMPLIES = 1;
    /** If the sub-formula is true, the name is. */
    private static final int IMPLIED = 2;

    private static final int BOTH = IMPLIES | IMPLIED;

    private final Solver solver;
    private final Map<Gate, Name> names = new HashMap<>();
    private Optional<Integer> truth = Optional.empty();

    private enum Kind {
        AND,
        IFF
    }

    /** A sub-formula with the names of its operands, sorted and without duplicates. */
    private record Gate(Kind kind, List<Integer> operands) {}

    /** The name of a gate, and the directions that clauses define. */
    private static final class Name {
        final int literal;
        int directions;

        Name(int literal) {
            this.literal = literal;
        }
    }

    public Tseitin(Solver solver) {
        this.solver = solver;
    }

    /** Adds that {@code formula} is true. */
    public void require(Formula formula) {
        switch (formula) {
            case Formula.And and -> and.operands().forEach(this::require);
            case Formula.Or or -> solver.addClause(literals(or.operands(), IMPLIES));
            case Formula.Not(Formula.Or or) -> or.operands().forEach(operand -> require(new Formula.Not(operand)));
            case Formula.Not(Formula.And and) -> solver.addClause(negated(literals(and.operands(), IMPLIED)));
            case Formula.Not(Formula.Not(Formula operand)) -> require(operand);
            case Formula.Constant c -> solver.addClause(literal(c));
            case Formula.Variable v -> solver.addClause(literal(v));
            case Formula.Not not -> solver.addClause(literal(not));
            case Formula.Iff iff -> solver.addClause(literal(iff));
        }
    }

    /**
     * A literal for assumptions or clauses, but not for negation: if it is true, {@code formula} is, and a model of
     * {@code formula} can make it true.
     */
    public int literal(Formula formula) {
        return literal(formula, IMPLIES);
    }

    private int literal(Formula formula, int directions) {
        return switch (formula) {
            case Formula.Constant constant -> constant.value() ? truth() : -truth();
            case Formula.Variable variable -> variable.number();
            case Formula.Not not -> -literal(not.operand(), reversed(directions));
            case Formula.And and -> and(literals(and.operands(), directions), directions);
            case Formula.Or or -> -and(negated(literals(or.operands(), directions)), reversed(directions));
            case Formula.Iff iff -> iff(literal(iff.left(), BOTH), literal(iff.right(), BOTH), directions);
        };
    }

    private int[] literals(List<Formula> formulas, int directions) {
        return formulas.stream()
                .mapToInt(formula -> literal(formula, directions))
                .toArray();
    }

    private static int[] negated(int[] literals) {
        return IntStream.of(literals).map(literal -> -literal).toArray();
    }

    private static int reversed(int directions) {
        return (directions & IMPLIES) << 1 | (directions & IMPLIED) >> 1;
    }

    private int truth() {
        if (truth.isEmpty()) {
            int variable = solver.newVariable();
            solver.addClause(variable);
            truth = Optional.of(variable);
        }
        return truth.get();
    }

    private int and(int[] operands, int directions) {
        int[] each = IntStream.of(operands).sorted().distinct().toArray();
        if (each.length == 1) {
            return each[0];
        }
        Name name = name(Kind.AND, each);
        int missing = directions & ~name.directions;
        name.directions |= missing;
        if ((missing & IMPLIES) != 0) {
            for (int operand : each) {
                solver.addClause(-name.literal, operand);
            }
        }
        if ((missing & IMPLIED) != 0) {
            int[] clause = Arrays.copyOf(negated(each), each.length + 1);
            clause[each.length] = name.literal;
            solver.addClause(clause);
        }
        return name.literal;
    }

    private int iff(int left, int right, int directions) {
        Name name = name(Kind.IFF, IntStream.of(left, right).sorted().toArray());
        int missing = directions & ~name.directions;
        name.directions |= missing;
        if ((missing & IMPLIES) != 0) {
            solver.addClause(-name.literal, -left, right);
            solver.addClause(-name.literal, left, -right);
        }
        if ((missing & IMPLIED) != 0) {
            solver.addClause(name.literal, -left, -right);
            solver.addClause(name.literal, left, right);
        }
        return name.literal;
    }

    private Name name(Kind kind, int[] operands) {
        Gate gate = new Gate(kind, IntStream.of(operands).boxed().toList());
        return names.computeIfAbsent(gate, g -> new Name(solver.newVariable()));
    }
}
