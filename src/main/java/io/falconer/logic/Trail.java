package io.falconer.logic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The assignment so far, in order. Each decision opens a level. The literals that follow from it come after it, each with the
 * clause that forced it.
 *
 * <p>Here, literals are numbered as indices of arrays: the literal of variable {@code v} is {@code 2v}, its negation is
 * {@code 2v + 1}.
 */
final class Trail {
    /** For each literal: 1 if true, -1 if false, 0 if open. */
    private byte[] values = {};
    /** For each assigned variable, its level and the clause that forced it. */
    private int[] levels = {};

    private @Nullable Clause[] reasons = {};
    /** For each variable, whether it was true when it was last assigned. */
    private boolean[] phases = {};

    private int[] order = {};
    private int size;
    /** The number of literals in the order that have been propagated. */
    private int head;
    /** The start of each level in {@link #order}. Level 0 has no decision and starts at 0. */
    private int[] starts = new int[8];

    private int level;

    static int literal(int signed) {
        return signed > 0 ? 2 * signed : -2 * signed + 1;
    }

    static int signed(int literal) {
        return (literal & 1) == 0 ? literal >> 1 : -(literal >> 1);
    }

    static int variable(int literal) {
        return literal >> 1;
    }

    static int negation(int literal) {
        return literal ^ 1;
    }

    /** Makes room for the variables up to {@code capacity}, exclusive. */
    void grow(int capacity) {
        values = Arrays.copyOf(values, 2 * capacity);
        levels = Arrays.copyOf(levels, capacity);
        reasons = Arrays.copyOf(reasons, capacity);
        phases = Arrays.copyOf(phases, capacity);
        order = Arrays.copyOf(order, capacity);
    }

    boolean isTrue(int literal) {
        return values[literal] > 0;
    }

    boolean isFalse(int literal) {
        return values[literal] < 0;
    }

    boolean isOpen(int literal) {
        return values[literal] == 0;
    }

    int level() {
        return level;
    }

    int level(int variable) {
        return levels[variable];
    }

    /** The clause whose other literals are all false, which forced the literal of this variable; null for decisions. */
    @Nullable Clause reason(int variable) {
        return reasons[variable];
    }

    boolean phase(int variable) {
        return phases[variable];
    }

    int size() {
        return size;
    }

    int at(int index) {
        return order[index];
    }

    /** Whether an assigned literal has not been propagated. */
    boolean hasPending() {
        return head < size;
    }

    /** Returns the next literal to propagate, which then counts as propagated. */
    int nextPending() {
        return order[head++];
    }

    /** The start of the literals that level 1 and higher levels assigned. */
    int firstAboveRoot() {
        return level == 0 ? size : starts[1];
    }

    void openLevel() {
        level++;
        if (level == starts.length) {
            starts = Arrays.copyOf(starts, 2 * level);
        }
        starts[level] = size;
    }

    /** Makes an open literal true. */
    void assign(int literal, @Nullable Clause reason) {
        int variable = variable(literal);
        values[literal] = 1;
        values[negation(literal)] = -1;
        levels[variable] = level;
        reasons[variable] = reason;
        order[size++] = literal;
    }

    /** Undoes the last assignment, records its phase, and returns its variable. */
    private int unassign() {
        int literal = order[--size];
        int variable = variable(literal);
        values[literal] = 0;
        values[negation(literal)] = 0;
        reasons[variable] = null;
        phases[variable] = (literal & 1) == 0;
        return variable;
    }

    /** Undoes all levels above {@code target}. The variables that become open return to {@code candidates}. */
    void backtrack(int target, VariableOrder candidates) {
        if (level > target) {
            while (size > starts[target + 1]) {
                candidates.insert(unassign());
            }
            level = target;
            head = size;
        }
    }
}
