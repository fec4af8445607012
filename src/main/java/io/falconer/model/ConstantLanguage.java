package io.falconer.model;

import io.falconer.language.Automaton;
import io.falconer.language.TooLarge;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A language that is always the same. Its automaton is built once, when something first asks for it. */
public final class ConstantLanguage {
    private final String regex;
    private final AtomicReference<Optional<Automaton>> built = new AtomicReference<>(Optional.empty());

    /** The language that a regular expression describes; see {@link Patterns#language}. */
    public ConstantLanguage(String regex) {
        this.regex = regex;
    }

    /** The texts. Several threads may ask. */
    public Automaton automaton() throws TooLarge {
        Optional<Automaton> known = built.get();
        if (known.isPresent()) {
            return known.get();
        }
        Automaton automaton = Patterns.language(regex);
        built.set(Optional.of(automaton));
        return automaton;
    }
}
