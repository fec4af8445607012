package io.falconer.ruleset;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Grammar;
import io.falconer.condition.Operand;
import io.falconer.condition.OperandResult;
import io.falconer.field.Dialect;
import io.falconer.field.EventSource;
import io.falconer.field.FieldCatalogue;
import io.falconer.text.Span;
import java.util.Optional;

/** Reads tokens with the grammar of conditions: the longest valid prefix counts (section 5.1). */
final class GrammarTokenReader implements OutputTokenReader {
    private final Grammar grammar;
    private final FieldCatalogue catalogue;

    GrammarTokenReader(Dialect dialect, EventSource source) {
        this.grammar = dialect.grammar();
        this.catalogue = dialect.catalogue(source);
    }

    /** The longest operand here that Falco knows: the whole text, or without its argument, or a shorter name. */
    @Override
    public Operand read(String text, int at) {
        return known(text, at)
                .or(() -> withoutArgument(text, at))
                .or(() -> shorterName(text, at))
                .orElseThrow(() -> unknown(text, at));
    }

    /** The operand here if the text ended at {@code until}. */
    private Optional<Operand> known(String until, int at) {
        return switch (ConditionParser.parseOperand(until, at, grammar)) {
            case OperandResult.Failed failed -> Optional.empty();
            case OperandResult.Parsed parsed ->
                isKnown(parsed.operand()) ? Optional.of(parsed.operand()) : Optional.empty();
        };
    }

    private boolean isKnown(Operand operand) {
        try {
            new OperandTypes(catalogue).of(operand);
            return true;
        } catch (CompileFailure e) {
            return false;
        }
    }

    private Optional<Operand> withoutArgument(String text, int at) {
        int end =
                switch (ConditionParser.parseOperand(text, at, grammar)) {
                    case OperandResult.Failed failed -> failed.offset();
                    case OperandResult.Parsed parsed -> parsed.operand().span().end();
                };
        int bracket = text.lastIndexOf('[', end);
        return bracket > at ? known(text.substring(0, bracket), at) : Optional.empty();
    }

    private Optional<Operand> shorterName(String text, int at) {
        int longest = at;
        while (longest < text.length() && OutputParser.isNamePart(text.charAt(longest))) {
            longest++;
        }
        FieldLookup fields = new FieldLookup(catalogue);
        for (int end = Math.min(longest, at + FieldLookup.LONGEST_NAME); end > at; end--) {
            String name = text.substring(at, end);
            if (fields.isField(name)) {
                return Optional.of(new Operand.FieldRef(name, Optional.empty(), new Span(at, end)));
            }
        }
        return Optional.empty();
    }

    /** Falco shortens the token down to one character and reports the error for that. */
    private CompileFailure unknown(String text, int at) {
        String reason =
                switch (ConditionParser.parseOperand(text.substring(at, at + 1), 0, grammar)) {
                    case OperandResult.Failed failed -> failed.message();
                    case OperandResult.Parsed parsed -> "";
                };
        return new CompileFailure("unknown filter: " + reason, Span.at(at));
    }
}
