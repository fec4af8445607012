package io.falconer.ruleset;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Operand;
import io.falconer.condition.OperandResult;
import io.falconer.field.EventSource;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes outputs apart: every {@code %} starts a token, which ends with the longest prefix that is one (section 5.1). */
final class OutputParser {
    private static final String CONTAINER_INFO = "%container.info";

    /** A wider column than any terminal; keeps a slip of the pen from filling the memory. */
    private static final int MAX_WIDTH = 1 << 16;

    private final String text;
    private final EventSource source;
    private final List<OutputFormat.Token> tokens = new ArrayList<>();
    private int at;

    private OutputParser(String text, EventSource source) {
        this.text = text;
        this.source = source;
    }

    static OutputFormat.Result parse(String output, EventSource source) {
        List<Check.Warning> warnings = new ArrayList<>();
        String text = output;
        if (output.contains(CONTAINER_INFO)) {
            text = output.replace(CONTAINER_INFO, "");
            warnings.add(containerInfo());
        }
        OutputParser parser = new OutputParser(text.startsWith("*") ? text.substring(1) : text, source);
        try {
            if (text.isEmpty()) {
                throw parser.failure("empty formatting token");
            }
            parser.run();
        } catch (CompileFailure e) {
            int removed = output.startsWith("*") && text.startsWith("*") ? 1 : 0;
            Span place = original(output, parser.token().shift(removed));
            return new OutputFormat.Failed(e.toFailure().message(), parser.text.substring(parser.at), place, warnings);
        }
        for (DeprecatedField field : DeprecatedField.values()) {
            if (text.contains(field.field())) {
                warnings.add(field.outputWarning());
            }
        }
        return new OutputFormat.Parsed(new OutputFormat(parser.tokens), warnings);
    }

    /** From the percent sign of the token at hand to where a field's name and argument would end. */
    private Span token() {
        if (at < text.length() && text.charAt(at) == '%') {
            return new Span(at, at + 1);
        }
        int start = at > 0 && text.charAt(at - 1) == '%' ? at - 1 : at;
        int end = at;
        while (end < text.length() && (isNamePart(text.charAt(end)) || text.charAt(end) == '[')) {
            int close = text.charAt(end) == '[' ? text.indexOf(']', end) : end;
            end = close < 0 ? text.length() : close + 1;
        }
        return new Span(start, end);
    }

    /** The stretch of {@code output} that becomes {@code span} once every {@link #CONTAINER_INFO} is taken out. */
    private static Span original(String output, Span span) {
        int taken = 0;
        int found = output.indexOf(CONTAINER_INFO);
        while (found >= 0 && found - taken <= span.start()) {
            taken += CONTAINER_INFO.length();
            found = output.indexOf(CONTAINER_INFO, found + CONTAINER_INFO.length());
        }
        return span.shift(taken);
    }

    private static Check.Warning containerInfo() {
        return new Check.Warning(
                Check.Kind.DEPRECATED_FIELD,
                "%container.info is deprecated and no more useful, and will be dropped by Falco 1.0.0. The container"
                        + " plugin will automatically add required fields to the output message.",
                Span.NONE,
                Span.NONE,
                Optional.empty());
    }

    private void run() {
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            int end = percent < 0 ? text.length() : percent;
            if (end > at) {
                tokens.add(new OutputFormat.Literal(text.substring(at, end)));
            }
            at = end;
            if (percent >= 0) {
                reference();
            }
        }
    }

    private void reference() {
        if (at == text.length() - 1) {
            throw failure("invalid formatting syntax: formatting cannot end with a %");
        }
        at++;
        int width = width();
        Operand operand = longest().orElseThrow(this::unknown);
        tokens.add(new OutputFormat.Reference(operand, width));
        at = operand.span().end();
    }

    private int width() {
        int width = 0;
        while (isDigit(text.charAt(at))) {
            width = Math.min(MAX_WIDTH, width * 10 + text.charAt(at) - '0');
            at++;
            if (at == text.length()) {
                throw failure("invalid formatting syntax: formatting cannot end with a number");
            }
        }
        return width;
    }

    /** The longest operand here that Falco knows: the whole of it, or without its argument, or a shorter name. */
    private Optional<Operand> longest() {
        return read(text).or(this::withoutArgument).or(this::shorterName);
    }

    /** What stands here if the text ended where {@code until} does. */
    private Optional<Operand> read(String until) {
        return switch (ConditionParser.parseOperand(until, at)) {
            case OperandResult.Failed failed -> Optional.empty();
            case OperandResult.Parsed parsed ->
                isKnown(parsed.operand()) ? Optional.of(parsed.operand()) : Optional.empty();
        };
    }

    private boolean isKnown(Operand operand) {
        try {
            new OperandTypes(source).of(operand);
            return true;
        } catch (CompileFailure e) {
            return false;
        }
    }

    private Optional<Operand> withoutArgument() {
        int end =
                switch (ConditionParser.parseOperand(text, at)) {
                    case OperandResult.Failed failed -> failed.offset();
                    case OperandResult.Parsed parsed -> parsed.operand().span().end();
                };
        int bracket = text.lastIndexOf('[', end);
        return bracket > at ? read(text.substring(0, bracket)) : Optional.empty();
    }

    private Optional<Operand> shorterName() {
        int longest = at;
        while (longest < text.length() && isNamePart(text.charAt(longest))) {
            longest++;
        }
        FieldLookup fields = new FieldLookup(source);
        for (int end = Math.min(longest, at + FieldLookup.LONGEST_NAME); end > at; end--) {
            String name = text.substring(at, end);
            if (fields.isField(name)) {
                return Optional.of(new Operand.FieldRef(name, Optional.empty(), new Span(at, end)));
            }
        }
        return Optional.empty();
    }

    /** Falco shortens the token down to one character and reports what it thinks of that. */
    private CompileFailure unknown() {
        String reason =
                switch (ConditionParser.parseOperand(text.substring(at, at + 1), 0)) {
                    case OperandResult.Failed failed -> failed.message();
                    case OperandResult.Parsed parsed -> "";
                };
        return failure("unknown filter: " + reason);
    }

    private CompileFailure failure(String message) {
        return new CompileFailure(message, Span.at(at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.';
    }
}
