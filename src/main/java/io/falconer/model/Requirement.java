package io.falconer.model;

import io.falconer.language.Automaton;

/**
 * What a check asks of its subject. Every check asks for a value (docs/falco.md, section 3.1). Values that are not texts are
 * texts here in the notation of {@link ValueSets}.
 */
public sealed interface Requirement {
    /** There is a value. */
    record Present() implements Requirement {}

    /** The one value lies in the set. */
    record One(Automaton set) implements Requirement {}

    /** There are values, and all lie in the set. */
    record All(Automaton set) implements Requirement {}

    /** Some value lies in the set. */
    record Some(Automaton set) implements Requirement {}

    /**
     * Something about the value that is not worked out.
     *
     * @param reason what cannot be seen into
     */
    record Opaque(String reason) implements Requirement {}
}
