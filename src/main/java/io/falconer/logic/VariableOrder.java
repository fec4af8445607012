package io.falconer.logic;

import java.util.Arrays;

/**
 * The variables by their activity in recent conflicts, the most active first: a binary heap that supports changes of activity.
 * The order of equally active variables is unspecified, but always the same.
 */
final class VariableOrder {
    private static final double DECAY = 0.95;
    private static final double LARGE = 1e100;

    private double[] activities = {};
    private int[] heap = {};
    /** The place of each variable in the heap; -1 if it is not in the heap. */
    private int[] places = {};

    private int size;
    private double increment = 1;

    /** Makes room for the variables up to {@code capacity}, exclusive. */
    void grow(int capacity) {
        int old = places.length;
        activities = Arrays.copyOf(activities, capacity);
        heap = Arrays.copyOf(heap, capacity);
        places = Arrays.copyOf(places, capacity);
        Arrays.fill(places, old, capacity, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds a variable if it is not in the heap. */
    void insert(int variable) {
        if (places[variable] < 0) {
            heap[size] = variable;
            places[variable] = size;
            up(size++);
        }
    }

    /** Removes and returns the most active variable. */
    int removeFirst() {
        int first = heap[0];
        places[first] = -1;
        int last = heap[--size];
        if (size > 0) {
            heap[0] = last;
            places[last] = 0;
            down(0);
        }
        return first;
    }

    /** Records that the variable was involved in a conflict. */
    void bump(int variable) {
        activities[variable] += increment;
        if (activities[variable] > LARGE) {
            for (int i = 0; i < activities.length; i++) {
                activities[i] /= LARGE;
            }
            increment /= LARGE;
        }
        if (places[variable] >= 0) {
            up(places[variable]);
        }
    }

    /** Makes later conflicts count more than earlier ones. */
    void decay() {
        increment /= DECAY;
    }

    private void up(int start) {
        int variable = heap[start];
        int at = start;
        while (at > 0 && activities[heap[(at - 1) / 2]] < activities[variable]) {
            place(heap[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }
        place(variable, at);
    }

    private void down(int start) {
        int variable = heap[start];
        int at = start;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && activities[heap[child + 1]] > activities[heap[child]]) {
                child++;
            }
            if (activities[heap[child]] <= activities[variable]) {
                break;
            }
            place(heap[child], at);
            at = child;
        }
        place(variable, at);
    }

    private void place(int variable, int at) {
        heap[at] = variable;
        places[variable] = at;
    }
}
