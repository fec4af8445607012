package io.falconer.language;

import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.stream.IntStream;

/** Our automata as those of dk.brics.automaton, over chars that are bytes. */
final class Brics {
    private Brics() {}

    static dk.brics.automaton.Automaton of(Automaton automaton) {
        Table table = automaton.table();
        State[] states = IntStream.range(0, table.states())
                .mapToObj(state -> new State())
                .toArray(State[]::new);
        for (int state = 0; state < states.length; state++) {
            states[state].setAccept(table.accepts(state));
            char first = 1;
            for (char b = 1;
                    b < ByteClasses.BYTES;
                    b++) { // one transition for all neighbours: their number is what costs
                int target = table.next(state, automaton.classes().classOf(b));
                boolean isLast = b + 1 == ByteClasses.BYTES
                        || target != table.next(state, automaton.classes().classOf(b + 1));
                if (isLast) {
                    states[state].addTransition(new Transition(first, b, states[target]));
                    first = (char) (b + 1);
                }
            }
        }
        dk.brics.automaton.Automaton result = new dk.brics.automaton.Automaton();
        result.setInitialState(states[0]);
        result.setDeterministic(true);
        return result;
    }

    /** All texts of bytes. */
    static dk.brics.automaton.Automaton texts() {
        return dk.brics.automaton.Automaton.makeCharRange('\u0001', '\u00ff').repeat();
    }
}
