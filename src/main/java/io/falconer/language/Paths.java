package io.falconer.language;

import io.falconer.field.Glob;
import io.falconer.field.PathComponent;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts that {@code pmatch} accepts: paths at or below one of several paths. Empty components do not count. */
public final class Paths {
    private final BitSet slash = new BitSet();
    private final BitSet noSlash = new BitSet();
    private final Nfa<BitSet> nfa = new Nfa<>();
    /** The start of a path, and the state that accepts everything. */
    private final int start;

    private final int below;
    /** The ends of the components so far, so that paths share their common components. */
    private final Map<Step, Integer> ends = new HashMap<>();

    /** A component after the end of another, or at the start. */
    private record Step(int from, PathComponent component) {}

    private Paths() throws TooLarge {
        slash.set('/');
        noSlash.set(0, ByteClasses.BYTES);
        noSlash.clear('/');
        start = nfa.add();
        nfa.move(start, slash, start);
        below = nfa.add();
        nfa.move(below, slash, below);
        nfa.move(below, noSlash, below);
        nfa.accept(below);
    }

    /** The texts that one of {@code paths} is a prefix of, component by component. */
    public static Automaton below(Iterable<String> paths) throws TooLarge {
        Paths automaton = new Paths();
        for (String path : paths) {
            automaton.add(PathComponent.split(path));
        }
        return Globs.determinized(automaton.nfa);
    }

    private void add(List<PathComponent> path) throws TooLarge {
        if (path.isEmpty()) {
            nfa.empty(start, below);
            return;
        }
        int end = start;
        for (PathComponent component : path) {
            end = end(new Step(end, component));
        }
        nfa.accept(end);
        nfa.move(end, slash, below);
    }

    private int end(Step step) throws TooLarge {
        Integer known = ends.get(step);
        if (known != null) {
            return known;
        }
        int begin = step.from();
        if (begin != start) {
            begin = nfa.moveOn(begin, slash);
            nfa.move(begin, slash, begin);
        }
        PathComponent component = step.component();
        int end = component.isGlob() ? glob(begin, component.glob()) : literal(begin, component.octets());
        ends.put(step, end);
        return end;
    }

    private int literal(int begin, String octets) throws TooLarge {
        int state = begin;
        for (int i = 0; i < octets.length(); i++) {
            BitSet octet = new BitSet();
            octet.set(octets.charAt(i));
            state = nfa.moveOn(state, octet);
        }
        return state;
    }

    /** A component that matches a glob and is not empty. Each token has two states: before and after an octet. */
    private int glob(int begin, Glob glob) throws TooLarge {
        int before = begin;
        int after = nfa.add();
        for (int token = 0; token < glob.tokens(); token++) {
            BitSet octets = Globs.octets(glob, token);
            octets.clear('/');
            int nextBefore = nfa.add();
            int nextAfter = nfa.add();
            if (glob.isStar(token)) {
                nfa.move(before, octets, after);
                nfa.move(after, octets, after);
                nfa.empty(before, nextBefore);
                nfa.empty(after, nextAfter);
            } else {
                nfa.move(before, octets, nextAfter);
                nfa.move(after, octets, nextAfter);
            }
            before = nextBefore;
            after = nextAfter;
        }
        return after;
    }
}
