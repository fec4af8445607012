package io.falconer.verify;

import io.falconer.language.Automaton;
import io.falconer.language.Cells;
import io.falconer.logic.Formula;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The ways in which the checks on one subject can hold together: no other combination of them has a value. */
final class SubjectCases {
    /** From how many sets on it helps to distinguish in which of them a value is. */
    private static final int FEWEST_SETS = 4;

    private static final int MOST_STATES = 5_000;

    private SubjectCases() {}

    /**
     * Each way as the checks that hold and those that do not, the way without a value last; empty if it does not help to
     * distinguish them, or takes too many states.
     *
     * @param sets what checks compare the subject with, by the variables of the checks
     * @param domain the texts that stand for values of the subject
     */
    static Optional<Set<List<Formula>>> of(SequencedMap<Integer, Automaton> sets, Automaton domain) {
        if (sets.size() < FEWEST_SETS) {
            return Optional.empty();
        }
        List<Automaton> all = new ArrayList<>(sets.values());
        all.add(domain);
        return Cells.of(all, MOST_STATES).map(cells -> {
            Set<List<Formula>> cases = new LinkedHashSet<>();
            List<Integer> order = List.copyOf(sets.keySet());
            cells.stream().filter(cell -> cell.get(order.size())).forEach(cell -> cases.add(literals(order, cell)));
            cases.add(literals(order, new BitSet()));
            return cases;
        });
    }

    private static List<Formula> literals(List<Integer> variables, BitSet isTrue) {
        List<Formula> literals = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Formula check = new Formula.Variable(variables.get(i));
            literals.add(isTrue.get(i) ? check : Formula.not(check));
        }
        return literals;
    }
}
