package io.falconer.ruleset;

import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.text.Span;
import java.util.List;

/**
 * An output of a rule, split into tokens (section 5.1).
 *
 * @param tokens texts and references in order
 */
public record OutputFormat(List<Token> tokens) {
    public OutputFormat {
        tokens = List.copyOf(tokens);
    }

    /** The same output with the span of every reference moved by {@code offset}. */
    OutputFormat shifted(int offset) {
        return new OutputFormat(
                tokens.stream().map(token -> shifted(token, offset)).toList());
    }

    private static Token shifted(Token token, int offset) {
        return switch (token) {
            case Literal literal -> literal;
            case Reference reference -> new Reference(reference.operand().shifted(offset), reference.width());
        };
    }

    /** A piece of an output. */
    public sealed interface Token {}

    /** Text that is shown unchanged. */
    public record Literal(String text) implements Token {}

    /**
     * A value to show.
     *
     * @param operand what to show; its spans are offsets in the text that was read
     * @param width the number of bytes to cut or pad the value to; 0 leaves it unchanged
     */
    public record Reference(Operand operand, int width) implements Token {}

    /** The result of reading an output. */
    public sealed interface Result {}

    /** The output is valid. The warnings are Falco's, in its order. */
    public record Parsed(OutputFormat format, List<Check.Warning> warnings) implements Result {
        public Parsed {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The output is invalid.
     *
     * @param message Falco's
     * @param rest the text from the token on that the message is about, without the percent sign
     * @param place the token in the text that was read
     */
    public record Failed(String message, String rest, Span place, List<Check.Warning> warnings) implements Result {
        public Failed {
            warnings = List.copyOf(warnings);
        }
    }

    /** {@link #parse(String, EventSource, Falco)} by the newest Falco. */
    public static Result parse(String text, EventSource source) {
        return parse(text, source, Falco.NEWEST);
    }

    /** Reads {@code text} as {@code falco} reads the output of a rule of {@code source}. */
    public static Result parse(String text, EventSource source, Falco falco) {
        return OutputParser.parse(text, source, falco);
    }
}
