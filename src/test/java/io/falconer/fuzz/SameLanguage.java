package io.falconer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.language.Automaton;
import io.falconer.language.TooLarge;
import java.util.function.Predicate;

/** Holds a matcher against the automaton of its pattern. */
final class SameLanguage {
    private SameLanguage() {}

    /** Constructs an automaton, which may become too large. */
    @FunctionalInterface
    interface Construction {
        Automaton automaton() throws TooLarge;
    }

    /** Both agree about the value, about the shortest text of the language, and about the shortest text outside of it. */
    static void check(String value, Predicate<String> matcher, Construction construction) {
        boolean matches = matcher.test(value);
        try {
            Automaton language = construction.automaton();
            assertThat(language.accepts(value)).isEqualTo(matches);
            language.shortest().ifPresent(text -> assertThat(matcher).accepts(text));
            language.complement().shortest().ifPresent(text -> assertThat(matcher)
                    .rejects(text));
        } catch (TooLarge e) {
            assertThat(e.message()).isNotBlank();
        }
    }
}
