package io.falconer.language;

import io.falconer.field.CodePoints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes an automaton over bytes of one over characters, by decoding UTF-8 on the way. A state of the result is a state over
 * characters and what has been read of the next one. Bytes that are no character stand for U+FFFD: one for each that begins
 * none, and one for as many as do begin one that does not go on (Unicode, chapter 3.9, maximal subparts).
 */
final class Utf8Automata {
    private static final int REPLACEMENT = 0xFFFD;
    /** The beginning of no character: nothing has been read of the next one. */
    private static final int NOTHING = -1;
    /** What a byte leads to that does not go on with a character. */
    private static final int BROKEN = -1;

    private final CodePointClasses classes;
    private final Table characters;
    /** The beginnings of characters, each once. */
    private final List<Beginning> beginnings = new ArrayList<>();

    private final Map<Beginning, Integer> numbers = new HashMap<>();
    /** For each byte the beginning that it is, or {@link #NOTHING}. */
    private final int[] leads = new int[ByteClasses.BYTES];
    /** For each state over characters the one that bytes from 0x80 on lead to if they need not be decoded, else -1. */
    private final int[] undecoded;

    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> known = new HashMap<>();

    /**
     * Bytes that begin characters.
     *
     * @param missing how many more bytes those have
     * @param next for each byte from 0x80 to 0xBF the class of the character that it completes, or the beginning that it
     *     leads to, or {@link #BROKEN}
     */
    private record Beginning(int missing, List<Integer> next) {}

    /** A state over characters, and the beginning that was read behind it, or {@link #NOTHING}. */
    private record State(int character, int beginning) {}

    Utf8Automata(CodePointClasses classes, Table characters) {
        this.classes = classes;
        this.characters = characters;
        BitSet beyondAscii =
                classes.classesOf(new CodePoints(List.of(new CodePoints.Range(0x80, Character.MAX_CODE_POINT))));
        this.undecoded = IntStream.range(0, characters.states())
                .map(character -> undecoded(character, beyondAscii))
                .toArray();
        for (int b = 0; b < ByteClasses.BYTES; b++) {
            int missing = b < 0xC2 || b > 0xF4 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
            int low = (b & (0x3F >> missing)) << (6 * missing);
            leads[b] = missing == 0
                    ? NOTHING
                    : beginning(missing, low, missing == 1 ? 0x80 : missing == 2 ? 0x800 : 0x10000);
        }
    }

    /**
     * The state to which every one of {@code symbols} leads, and in which they stay: how many characters there are then makes
     * no difference. -1 if there is none.
     */
    private int undecoded(int character, BitSet symbols) {
        int target = characters.next(character, symbols.nextSetBit(0));
        boolean same = symbols.stream()
                .allMatch(symbol ->
                        characters.next(character, symbol) == target && characters.next(target, symbol) == target);
        return same ? target : -1;
    }

    /** The beginning of the code points from {@code low} on, of which those under {@code minimum} are written shorter. */
    private int beginning(int missing, int low, int minimum) {
        int size = 1 << (6 * (missing - 1));
        int high = low + 64 * size - 1;
        boolean whole = low >= minimum && (high < 0xD800 || low > 0xDFFF) && high <= Character.MAX_CODE_POINT;
        List<Integer> next = new ArrayList<>();
        if (whole && classes.isUniform(low, high)) {
            next.addAll(Collections.nCopies(64, next(missing, low, minimum)));
        }
        for (int first = low; next.size() < 64; first += size) {
            boolean surrogate = first >= 0xD800 && first <= 0xDFFF;
            boolean broken = first + size <= minimum || surrogate || first > Character.MAX_CODE_POINT;
            next.add(broken ? BROKEN : next(missing, first, minimum));
        }
        return numbers.computeIfAbsent(new Beginning(missing, next), beginning -> {
            beginnings.add(beginning);
            return beginnings.size() - 1;
        });
    }

    private int next(int missing, int low, int minimum) {
        return missing == 1 ? classes.classOf(low) : beginning(missing - 1, low, minimum);
    }

    Automaton automaton() throws TooLarge {
        ByteClasses bytes = ByteClasses.byKey(this::conduct);
        TableBuilder table = new TableBuilder(bytes.count());
        int[] representatives = bytes.representatives();
        number(new State(0, NOTHING), table);
        for (int i = 0; i < states.size(); i++) {
            State state = states.get(i);
            table.accept(i, characters.accepts(whole(state)));
            for (int b : representatives) {
                table.set(i, bytes.classOf(b), number(next(state, b), table));
            }
        }
        return Minimization.of(bytes, table.build());
    }

    /** What a byte may lead to: bytes for which that is the same are in one class. */
    private List<Integer> conduct(int b) {
        List<Integer> conduct = new ArrayList<>(List.of(leads[b], b < 0x80 ? classes.classOf(b) : BROKEN));
        if (isContinuation(b)) {
            beginnings.forEach(beginning -> conduct.add(beginning.next().get(b - 0x80)));
        }
        return conduct;
    }

    private static boolean isContinuation(int b) {
        return b >= 0x80 && b < 0xC0;
    }

    private State next(State state, int b) {
        if (state.beginning() != NOTHING && isContinuation(b)) {
            Beginning beginning = beginnings.get(state.beginning());
            int next = beginning.next().get(b - 0x80);
            if (next != BROKEN) {
                return beginning.missing() == 1
                        ? new State(characters.next(state.character(), next), NOTHING)
                        : new State(state.character(), next);
            }
        }
        int before = whole(state);
        if (b >= 0x80 && undecoded[before] >= 0) {
            return new State(undecoded[before], NOTHING);
        }
        if (leads[b] != NOTHING) {
            return new State(before, leads[b]);
        }
        return new State(characters.next(before, classes.classOf(b < 0x80 ? b : REPLACEMENT)), NOTHING);
    }

    /** The state over characters once the beginning that was read counts as broken. */
    private int whole(State state) {
        return state.beginning() == NOTHING
                ? state.character()
                : characters.next(state.character(), classes.classOf(REPLACEMENT));
    }

    private int number(State state, TableBuilder table) throws TooLarge {
        Integer number = known.get(state);
        if (number != null) {
            return number;
        }
        states.add(state);
        known.put(state, table.states());
        return table.add(0);
    }
}
