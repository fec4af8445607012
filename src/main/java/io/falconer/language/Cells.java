package io.falconer.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** In which of several sets texts can lie together. Few sets overlap, so there are few ways. */
public final class Cells {
    private final List<Automaton> sets;
    private final int limit;
    private final int[] representatives;
    private final Set<List<Integer>> seen = new HashSet<>();
    private final List<List<Integer>> open = new ArrayList<>();

    private Cells(List<Automaton> sets, int limit) {
        this.sets = sets;
        this.limit = limit;
        this.representatives = ByteClasses.byKey(b -> sets.stream()
                        .map(set -> set.classes().classOf(Math.max(b, 1)))
                        .toList())
                .representatives();
    }

    /**
     * For each way, the indices of the sets in which such a text lies, and no other set.
     *
     * @param limit the maximum number of states to look at
     * @return empty if the limit was reached
     */
    public static Optional<Set<BitSet>> of(List<Automaton> sets, int limit) {
        return new Cells(List.copyOf(sets), limit).cells();
    }

    private Optional<Set<BitSet>> cells() {
        Set<BitSet> cells = new LinkedHashSet<>();
        reach(Collections.nCopies(sets.size(), 0));
        for (int i = 0; i < open.size(); i++) {
            if (i == limit) {
                return Optional.empty();
            }
            List<Integer> states = open.get(i);
            BitSet cell = new BitSet();
            for (int set = 0; set < sets.size(); set++) {
                cell.set(set, sets.get(set).table().accepts(states.get(set)));
            }
            cells.add(cell);
            for (int b : representatives) {
                List<Integer> next = new ArrayList<>(sets.size());
                for (int set = 0; set < sets.size(); set++) {
                    Automaton each = sets.get(set);
                    next.add(each.table().next(states.get(set), each.classes().classOf(b)));
                }
                reach(next);
            }
        }
        return Optional.of(cells);
    }

    private void reach(List<Integer> states) {
        if (seen.add(states)) {
            open.add(states);
        }
    }
}
