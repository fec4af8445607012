package io.falconer.language;

import java.util.function.IntUnaryOperator;

/** The texts that a transformer (section 2.3) turns into texts of a set. */
public final class Preimages {
    private Preimages() {}

    /** The texts that {@code tolower} turns into texts of {@code language}. */
    public static Automaton ofLower(Automaton language) {
        return ofBytes(language, Preimages::lower);
    }

    /** The texts that {@code toupper} turns into texts of {@code language}. */
    public static Automaton ofUpper(Automaton language) {
        return ofBytes(language, b -> b >= 'a' && b <= 'z' ? b - ('a' - 'A') : b);
    }

    /** The texts whose part after the last slash is a text of {@code language}. If there is no slash, the whole text counts. */
    public static Automaton ofBasename(Automaton language) throws TooLarge {
        ByteClasses old = language.classes();
        ByteClasses classes = ByteClasses.byKey(b -> b == '/' ? -1 : old.classOf(b));
        int slash = classes.classOf('/');
        TableBuilder table = new TableBuilder(classes.count());
        for (int state = 0; state < language.states(); state++) {
            table.add(0);
            table.accept(state, language.table().accepts(state));
            for (int b : classes.representatives()) {
                if (classes.classOf(b) != slash) {
                    table.set(state, classes.classOf(b), language.table().next(state, old.classOf(b)));
                }
            }
        }
        return new Automaton(classes, table.build());
    }

    private static Automaton ofBytes(Automaton language, IntUnaryOperator change) {
        return new Automaton(language.classes().after(change), language.table());
    }

    static int lower(int b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }
}
