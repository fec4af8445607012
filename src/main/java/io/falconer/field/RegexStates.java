package io.falconer.field;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as a deterministic automaton, whose states are made when a text first reaches them (Aho, Sethi and
 * Ullman, section 3.7). Threads may share it: they can only make equal states twice.
 */
final class RegexStates {
    /** The maximum number of states, so that no expression takes much memory. */
    private static final int MOST_STATES = 200;

    private static final int ASCII = 0x80;

    /** Whether a text matches. */
    enum Verdict {
        MATCHES,
        DIFFERS,
        /** The text needs more states than there may be. */
        UNDECIDED
    }

    /** What has been read so far may continue at any of {@code places}. */
    private static final class State {
        private final BitSet places;
        private final boolean accepts;
        private final @Nullable State[] next;

        State(BitSet places, boolean accepts, int classes) {
            this.places = places;
            this.accepts = accepts;
            this.next = new State[classes];
        }
    }

    private final RegexPlaces places;
    /** The first code point of each class. The characters of a class are in the same sets of the expression. */
    private final int[] classes;

    private final int[] classOfAscii = new int[ASCII];
    private final Map<BitSet, State> states = new ConcurrentHashMap<>();
    private final State start;

    /** @param tree a {@linkplain RegexPlaces#isSmall small} expression */
    RegexStates(RegexTree tree) {
        this.places = RegexPlaces.of(tree);
        TreeSet<Integer> firsts = new TreeSet<>(List.of(0));
        for (CodePoints set : places.sets()) {
            for (CodePoints.Range range : set.ranges()) {
                firsts.add(range.low());
                firsts.add(range.high() + 1);
            }
        }
        this.classes = firsts.stream().mapToInt(Integer::intValue).toArray();
        Arrays.setAll(classOfAscii, this::search);
        this.start = state(places.closure(List.of(places.start())));
    }

    /** Whether the whole text matches. */
    Verdict match(String text) {
        State state = start;
        for (int i = 0; i < text.length(); ) {
            int point = text.charAt(i);
            int number;
            if (point < ASCII) {
                number = classOfAscii[point];
                i++;
            } else {
                point = text.codePointAt(i);
                number = search(point);
                i += Character.charCount(point);
            }
            State next = state.next[number];
            if (next == null) {
                if (states.size() >= MOST_STATES) {
                    return Verdict.UNDECIDED;
                }
                next = after(state, number);
                state.next[number] = next;
            }
            state = next;
        }
        return state.accepts ? Verdict.MATCHES : Verdict.DIFFERS;
    }

    private int search(int point) {
        int found = Arrays.binarySearch(classes, point);
        return found >= 0 ? found : -found - 2;
    }

    private State after(State state, int number) {
        return state(places.closure(places.after(state.places, classes[number])));
    }

    private State state(BitSet at) {
        return states.computeIfAbsent(at, each -> new State(each, each.get(RegexPlaces.END), classes.length));
    }
}
