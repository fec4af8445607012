package io.falconer.ruleset;

import io.falconer.condition.Operand;
import io.falconer.condition.Transformer;
import io.falconer.field.Dialect;
import io.falconer.field.EventSource;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.FieldPrefix;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads tokens as Falco up to 0.43 does (libs 0.23, {@code eventformatter.cpp}): names of transformers with their parentheses,
 * then a field that the rest of the text starts with, then the closing parentheses. Plugins treat everything up to the next
 * blank as the field and its argument, so {@code %ka.verb/%jevt.value[/x]} is one token, and invalid.
 */
final class PrefixTokenReader implements OutputTokenReader {
    private final List<Transformer> known;
    private final FieldCatalogue catalogue;

    PrefixTokenReader(Dialect dialect, EventSource source) {
        this.known = dialect.grammar().transformers();
        this.catalogue = dialect.catalogue(source);
    }

    @Override
    public Operand read(String text, int at) {
        List<Transformer> transformers = new ArrayList<>();
        int start = opened(text, at, transformers);
        String rest = text.substring(start);
        FieldPrefix.Found field =
                switch (catalogue.prefix(rest)) {
                    case FieldPrefix.Found found -> found;
                    case FieldPrefix.Refused refused -> throw failure(refused.message(), at);
                    case FieldPrefix.None none -> throw failure("invalid formatting token " + rest, at);
                };
        int end = start + field.length();
        Operand operand = new Operand.FieldRef(field.name(), field.argument(), new Span(start, end));
        for (Transformer transformer : transformers.reversed()) {
            operand = new Operand.Transformed(transformer, List.of(operand), Optional.empty(), new Span(at, end));
            new OperandTypes(catalogue).of(operand);
            if (!text.startsWith(")", end)) {
                throw failure("missing closing transformer parenthesis: " + text.substring(end - 1), at);
            }
            end++;
        }
        return transformers.isEmpty()
                ? operand
                : new Operand.Transformed(
                        transformers.getFirst(),
                        ((Operand.Transformed) operand).arguments(),
                        Optional.empty(),
                        new Span(at, end));
    }

    /** Reads the transformers that are opened here, and returns their end. */
    private int opened(String text, int at, List<Transformer> transformers) {
        int end = at;
        int before = -1;
        while (before != end) {
            before = end;
            for (Transformer transformer : known) {
                String opening = transformer.symbol() + "(";
                // Falco requires one more character after the parenthesis.
                if (text.startsWith(opening, end) && end + opening.length() < text.length()) {
                    transformers.add(transformer);
                    end += opening.length();
                }
            }
        }
        return end;
    }

    private static CompileFailure failure(String message, int at) {
        return new CompileFailure(message, Span.at(at));
    }
}
