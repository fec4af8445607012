package io.falconer.language;

import io.falconer.field.Octets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The texts that {@code =}, {@code in}, {@code startswith}, {@code endswith} and {@code contains} accept, with one constant or
 * one of several. All start with the tree of the constants. The last two complete it as Aho and Corasick did, with the longest
 * suffix of the text read so far that is the start of a constant.
 */
public final class Texts {
    private static final int ROOT = 0;
    /** Marks in the tree a byte with which no constant continues. */
    private static final int ABSENT = -1;

    private final ByteClasses classes;
    private final TableBuilder tree;

    private Texts(Collection<String> constants) throws TooLarge {
        List<String> octets = constants.stream().map(Octets::of).toList();
        classes = ByteClasses.occurring(octets);
        tree = new TableBuilder(classes.count());
        tree.add(ABSENT);
        for (String text : octets) {
            int state = ROOT;
            for (int i = 0; i < text.length(); i++) {
                int symbol = classes.classOf(text.charAt(i));
                if (tree.next(state, symbol) == ABSENT) {
                    tree.set(state, symbol, tree.add(ABSENT));
                }
                state = tree.next(state, symbol);
            }
            tree.accept(state, true);
        }
    }

    /** Exactly these texts. */
    public static Automaton of(Collection<String> texts) throws TooLarge {
        Texts tree = new Texts(texts);
        tree.fillGaps(tree.tree.addTrap(false));
        return tree.build();
    }

    /** The texts that start with one of {@code prefixes}. */
    public static Automaton startingWith(Collection<String> prefixes) throws TooLarge {
        Texts tree = new Texts(prefixes);
        tree.fillGaps(tree.tree.addTrap(false));
        tree.stayWhereAccepting();
        return tree.build();
    }

    /** The texts that end with one of {@code suffixes}. */
    public static Automaton endingWith(Collection<String> suffixes) throws TooLarge {
        Texts tree = new Texts(suffixes);
        tree.fallBack();
        return tree.build();
    }

    /** The texts in which one of {@code parts} occurs. */
    public static Automaton containing(Collection<String> parts) throws TooLarge {
        Texts tree = new Texts(parts);
        tree.fallBack();
        tree.stayWhereAccepting();
        return tree.build();
    }

    /** The texts in which one of {@code parts} occurs, ASCII letters in either case. */
    public static Automaton containingIgnoringCase(Collection<String> parts) throws TooLarge {
        List<String> lower = new ArrayList<>();
        for (String part : parts) {
            StringBuilder folded = new StringBuilder();
            Octets.of(part).chars().forEach(b -> folded.append((char) Preimages.lower(b)));
            lower.add(Octets.text(folded.toString()));
        }
        return Preimages.ofLower(containing(lower));
    }

    private void fillGaps(int target) {
        for (int state = 0; state < tree.states(); state++) {
            for (int symbol = 0; symbol < classes.count(); symbol++) {
                if (tree.next(state, symbol) == ABSENT) {
                    tree.set(state, symbol, target);
                }
            }
        }
    }

    /**
     * Completes the tree, level by level. Where a state has no transition, it gets the transition of the state of its longest
     * proper suffix, and it accepts if that state does.
     */
    private void fallBack() {
        int[] ends = new int[tree.states()];
        int[] queue = new int[tree.states()];
        int size = 1;
        for (int head = 0; head < size; head++) {
            int state = queue[head];
            int end = ends[state];
            tree.accept(state, tree.accepts(state) || tree.accepts(end));
            for (int symbol = 0; symbol < classes.count(); symbol++) {
                int child = tree.next(state, symbol);
                int fallback = state == ROOT ? ROOT : tree.next(end, symbol);
                if (child == ABSENT) {
                    tree.set(state, symbol, fallback);
                } else {
                    ends[child] = fallback;
                    queue[size++] = child;
                }
            }
        }
    }

    private void stayWhereAccepting() {
        for (int state = 0; state < tree.states(); state++) {
            for (int symbol = 0; tree.accepts(state) && symbol < classes.count(); symbol++) {
                tree.set(state, symbol, state);
            }
        }
    }

    private Automaton build() {
        return new Automaton(classes, tree.build());
    }
}
