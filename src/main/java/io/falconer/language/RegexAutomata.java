package io.falconer.language;

import io.falconer.field.CodePoints;
import io.falconer.field.RegexTree;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts that {@code regex} matches: the whole text, with {@code ^} and {@code $} at the ends of lines, character by
 * character. What is not valid UTF-8 counts as U+FFFD, as {@link Utf8Automata} describes. Falco does this from 0.45 on.
 */
public final class RegexAutomata {
    private final Nfa<CodePoints> nfa = new Nfa<>();
    /**
     * The states built so far, so that equal ends of branches exist once. Otherwise the subset construction would distinguish
     * equal states.
     */
    private final Map<Step, Integer> built = new HashMap<>();

    /** An expression before a state. */
    private record Step(RegexTree regex, int next) {}

    private RegexAutomata() {}

    /** The texts that match. */
    public static Automaton of(RegexTree regex) throws TooLarge {
        RegexAutomata automaton = new RegexAutomata();
        Nfa<CodePoints> nfa = automaton.nfa;
        int start = nfa.add();
        int end = nfa.add();
        nfa.accept(end);
        nfa.empty(start, automaton.before(end, regex));
        CodePointClasses classes = new CodePointClasses(nfa.labels());
        List<BitSet> symbols = nfa.labels().stream().map(classes::classesOf).toList();
        Table characters = Determinization.of(nfa, symbols, classes.count(), classes.classOf('\n'));
        return new Utf8Automata(classes, characters).automaton();
    }

    /** The state from which the expression leads to {@code next}. */
    private int before(int next, RegexTree regex) throws TooLarge {
        Step step = new Step(regex, next);
        Integer known = built.get(step);
        if (known != null) {
            return known;
        }
        int state =
                switch (regex) {
                    case RegexTree.Characters(CodePoints set) -> {
                        int from = nfa.add();
                        nfa.move(from, set, next);
                        yield from;
                    }
                    case RegexTree.LineStart start -> emptyMove(Nfa.Where.LINE_START, next);
                    case RegexTree.LineEnd end -> emptyMove(Nfa.Where.LINE_END, next);
                    case RegexTree.Sequence(List<RegexTree> parts) -> {
                        int from = next;
                        for (RegexTree part : parts.reversed()) {
                            from = before(from, part);
                        }
                        yield from;
                    }
                    case RegexTree.Choice(List<RegexTree> branches) -> {
                        int from = nfa.add();
                        for (RegexTree branch : branches) {
                            nfa.empty(from, before(next, branch));
                        }
                        yield from;
                    }
                    case RegexTree.Repeat repeat -> before(next, repeat);
                };
        built.put(step, state);
        return state;
    }

    private int before(int next, RegexTree.Repeat repeat) throws TooLarge {
        boolean unbounded = repeat.high() == RegexTree.UNBOUNDED;
        int state = next;
        for (int i = unbounded ? 1 : repeat.high() - repeat.low(); i > 0; i--) {
            int optional = nfa.add();
            nfa.empty(optional, next);
            nfa.empty(optional, before(unbounded ? optional : state, repeat.part()));
            state = optional;
        }
        for (int i = 0; i < repeat.low(); i++) {
            state = before(state, repeat.part());
        }
        return state;
    }

    private int emptyMove(Nfa.Where where, int next) throws TooLarge {
        int from = nfa.add();
        nfa.empty(from, where, next);
        return from;
    }
}
