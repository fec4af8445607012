package io.falconer.ruleset;

import io.falconer.condition.Operand;
import io.falconer.field.EventSource;

/** Reads the tokens of outputs. */
interface OutputTokenReader {
    /**
     * The token at a place after a percent sign and digits. Its span is the text that belongs to it.
     *
     * @throws CompileFailure with Falco's message
     */
    Operand read(String text, int at);

    /** The reader of {@code falco} for the tokens of a source's outputs. */
    static OutputTokenReader of(EventSource source, Falco falco) {
        return falco.has(LoadTrait.OUTPUT_GRAMMAR)
                ? new GrammarTokenReader(falco.dialect(), source)
                : new PrefixTokenReader(falco.dialect(), source);
    }
}
