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
 * Converts an automaton over characters to one over bytes, which decodes UTF-8. A state of the result is a state over
 * characters and the bytes of the next character that were read. Bytes that are not a character count as U+FFFD: one for each
 * byte that cannot start a character, and one for each incomplete start of a character (Unicode, chapter 3.9, maximal
 * subparts).
 */
final class Utf8Automata {
    private static final int REPLACEMENT = 0xFFFD;
    /** No byte of the next character has been read. */
    private static final int NOTHING = -1;
    /** The target of a byte that does not continue a character. */
    private static final int BROKEN = -1;

    private final CodePointClasses classes;
    private final Table characters;
    /** The different starts of characters. */
    private final List<Beginning> beginnings = new ArrayList<>();

    private final Map<Beginning, Integer> numbers = new HashMap<>();
    /** For each byte, the start of a character that it is, or {@link #NOTHING}. */
    private final int[] leads = new int[ByteClasses.BYTES];
    /** For each state over characters, the state that bytes from 0x80 on lead to if they need not be decoded; otherwise -1. */
    private final int[] undecoded;

    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> known = new HashMap<>();

    /**
     * Bytes that start characters.
     *
     * @param missing the number of bytes that follow
     * @param next for each byte from 0x80 to 0xBF, the class of the character that it completes, or the longer start that it
     *     leads to, or {@link #BROKEN}
     */
    private record Beginning(int missing, List<Integer> next) {}

    /** A state over characters, and the start of the next character that was read, or {@link #NOTHING}. */
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
     * The state that each of {@code symbols} leads to and does not leave, so that the number of characters makes no difference;
     * -1 if none is.
     */
    private int undecoded(int character, BitSet symbols) {
        int target = characters.next(character, symbols.nextSetBit(0));
        boolean same = symbols.stream()
                .allMatch(symbol ->
                        characters.next(character, symbol) == target && characters.next(target, symbol) == target);
        return same ? target : -1;
    }

    /** The start of the code points from {@code low} on. Code points below {@code minimum} have a shorter encoding. */
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

    /** The possible targets of a byte. Bytes with the same targets are in one class. */
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

    /** The state over characters if an incomplete start of a character counts as broken. */
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
