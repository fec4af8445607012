package io.falconer.ruleset;

import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits outputs: every {@code %} starts a token (section 5.1). */
final class OutputParser {
    private static final String CONTAINER_INFO = "%container.info";

    /** The most that all columns of an output have together. It is wider than any terminal. */
    private static final int MAX_WIDTH = 1 << 16;

    private final String text;
    private final OutputTokenReader reader;
    private final List<OutputFormat.Token> tokens = new ArrayList<>();
    private int at;
    private int widths;

    private OutputParser(String text, OutputTokenReader reader) {
        this.text = text;
        this.reader = reader;
    }

    static OutputFormat.Result parse(String output, EventSource source, Falco falco) {
        List<Check.Warning> warnings = new ArrayList<>();
        String text = output;
        if (output.contains(CONTAINER_INFO)) {
            text = output.replace(CONTAINER_INFO, "");
            warnings.add(containerInfo());
        }
        int star = text.startsWith("*") ? 1 : 0;
        OutputParser parser = new OutputParser(text.substring(star), OutputTokenReader.of(source, falco));
        try {
            if (text.isEmpty()) {
                throw parser.failure("empty formatting token");
            }
            parser.run();
        } catch (CompileFailure e) {
            Span place = new Original(output, star).of(parser.token());
            return new OutputFormat.Failed(e.toFailure().message(), parser.text.substring(parser.at), place, warnings);
        }
        for (DeprecatedField field : DeprecatedField.values()) {
            if (field.isWarnedOf(falco) && text.contains(field.field())) {
                warnings.add(field.outputWarning());
            }
        }
        return new OutputFormat.Parsed(new Original(output, star).of(parser.tokens), warnings);
    }

    /** From the percent sign of the current token to where a field's name and argument would end. */
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

    /** Finds the place in the output as written for what was read, from left to right. */
    private static final class Original {
        private final String output;
        private int taken;
        private int next;

        /** {@code star} is 1 if the output starts with a star, otherwise 0. */
        Original(String output, int star) {
            this.output = output;
            this.taken = star;
            this.next = output.indexOf(CONTAINER_INFO);
        }

        OutputFormat of(List<OutputFormat.Token> tokens) {
            return new OutputFormat(tokens.stream().map(this::of).toList());
        }

        private OutputFormat.Token of(OutputFormat.Token token) {
            return switch (token) {
                case OutputFormat.Literal literal -> literal;
                case OutputFormat.Reference(Operand operand, int width) ->
                    new OutputFormat.Reference(operand.shifted(taken(operand.span())), width);
            };
        }

        Span of(Span span) {
            return span.shift(taken(span));
        }

        /** The length of what was removed before {@code span}: the star, and every {@link #CONTAINER_INFO}. */
        private int taken(Span span) {
            while (next >= 0 && next - taken <= span.start()) {
                taken += CONTAINER_INFO.length();
                next = output.indexOf(CONTAINER_INFO, next + CONTAINER_INFO.length());
            }
            return taken;
        }
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
        Operand operand = reader.read(text, at);
        tokens.add(new OutputFormat.Reference(operand, width));
        at = operand.span().end();
    }

    private int width() {
        int width = 0;
        while (isDigit(text.charAt(at))) {
            width = Math.min(MAX_WIDTH + 1, width * 10 + text.charAt(at) - '0');
            at++;
            if (at == text.length()) {
                throw failure("invalid formatting syntax: formatting cannot end with a number");
            }
        }
        widths = Math.min(MAX_WIDTH + 1, widths + width);
        if (widths > MAX_WIDTH) {
            throw failure("the widths of the output come to more than " + MAX_WIDTH);
        }
        return width;
    }

    private CompileFailure failure(String message) {
        return new CompileFailure(message, Span.at(at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNamePart(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.';
    }
}
