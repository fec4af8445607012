package io.falconer.logic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** For each literal, the clauses to check when it becomes false: those that have it among their first two literals. */
final class Watches {
    private static final Clause[] NONE = {};

    private Clause[][] lists = {};
    private int[] sizes = {};

    /** Makes room for the literals up to {@code capacity}, exclusive. */
    void grow(int capacity) {
        int old = lists.length;
        lists = Arrays.copyOf(lists, capacity);
        Arrays.fill(lists, old, capacity, NONE);
        sizes = Arrays.copyOf(sizes, capacity);
    }

    void watch(Clause clause) {
        add(clause.literals[0], clause);
        add(clause.literals[1], clause);
    }

    private void add(int literal, Clause clause) {
        Clause[] list = lists[literal];
        if (sizes[literal] == list.length) {
            list = Arrays.copyOf(list, Math.max(4, 2 * list.length));
            lists[literal] = list;
        }
        list[sizes[literal]++] = clause;
    }

    /** Removes the clauses that were deleted. */
    void dropForgotten() {
        for (int literal = 0; literal < lists.length; literal++) {
            Clause[] list = lists[literal];
            int kept = 0;
            for (int i = 0; i < sizes[literal]; i++) {
                if (!list[i].forgotten) {
                    list[kept++] = list[i];
                }
            }
            Arrays.fill(list, kept, sizes[literal], null);
            sizes[literal] = kept;
        }
    }

    /**
     * Assigns what follows from the trail until nothing more follows. Returns a clause whose literals are all false, if there
     * is one.
     *
     * <p>Before and after, unless there is a conflict: in each clause, a watched literal is false only if the other one is true
     * and was not assigned later. So no clause has become false or forces a literal, and backtracking does not need to change
     * watches.
     */
    @Nullable Clause propagate(Trail trail) {
        while (trail.hasPending()) {
            int falsified = Trail.negation(trail.nextPending());
            Clause[] list = lists[falsified];
            int count = sizes[falsified];
            int kept = 0;
            for (int i = 0; i < count; i++) {
                Clause clause = list[i];
                int other = clause.literals[0] ^ clause.literals[1] ^ falsified;
                if (!trail.isTrue(other) && watchAnother(clause, falsified, other, trail)) {
                    continue;
                }
                list[kept++] = clause;
                if (trail.isTrue(other)) {
                    continue;
                }
                if (trail.isFalse(other)) {
                    System.arraycopy(list, i + 1, list, kept, count - i - 1);
                    shrink(falsified, kept + count - i - 1);
                    return clause;
                }
                trail.assign(other, clause);
            }
            shrink(falsified, kept);
        }
        return null;
    }

    /** Replaces a watched literal that is false by one that is not; returns false if there is none. */
    private boolean watchAnother(Clause clause, int falsified, int other, Trail trail) {
        int[] literals = clause.literals;
        literals[0] = other;
        literals[1] = falsified;
        for (int i = 2; i < literals.length; i++) {
            int literal = literals[i];
            if (!trail.isFalse(literal)) {
                literals[1] = literal;
                literals[i] = falsified;
                add(literal, clause);
                return true;
            }
        }
        return false;
    }

    private void shrink(int literal, int size) {
        Arrays.fill(lists[literal], size, sizes[literal], null);
        sizes[literal] = size;
    }
}
