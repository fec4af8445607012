package io.falconer.language;

import io.falconer.field.Glob;
import java.util.BitSet;
import java.util.List;

/** The texts that {@code glob} and {@code iglob} accept. */
public final class Globs {
    private Globs() {}

    /** The texts that the whole pattern matches. */
    public static Automaton of(Glob glob) throws TooLarge {
        Nfa<BitSet> nfa = new Nfa<>();
        int state = nfa.add();
        for (int token = 0; token < glob.tokens(); token++) {
            if (glob.isStar(token)) {
                nfa.move(state, octets(glob, token), state);
            } else {
                state = nfa.moveOn(state, octets(glob, token));
            }
        }
        nfa.accept(state);
        return determinized(nfa);
    }

    /** The octets that a token matches. A star matches any octets, repeatedly. */
    static BitSet octets(Glob glob, int token) {
        BitSet octets = new BitSet();
        for (int octet = 0; octet < ByteClasses.BYTES; octet++) {
            octets.set(octet, glob.isStar(token) || glob.takes(token, octet));
        }
        return octets;
    }

    static Automaton determinized(Nfa<BitSet> nfa) throws TooLarge {
        ByteClasses classes = ByteClasses.separating(nfa.labels());
        List<BitSet> symbols = nfa.labels().stream().map(classes::classesOf).toList();
        return Minimization.of(classes, Determinization.of(nfa, symbols, classes.count(), -1));
    }
}
