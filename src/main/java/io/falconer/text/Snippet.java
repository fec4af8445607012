package io.falconer.text;

import java.util.Locale;

/**
 * Shows a diagnostic to people: a line with place, severity, message and code, the source line with carets under the problem,
 * and the hint.
 *
 * <pre>
 * policy.yaml:3:5: error: unknown key "limit" [unknown-key]
 *   3 |     limit: [cpu]
 *     |     ^^^^^
 * hint: did you mean "limits"?
 * </pre>
 */
public final class Snippet {
    private static final int WIDTH = 80;

    /** The maximum number of characters of a message or hint. */
    private static final int MOST = 1000;

    /** The maximum number of steps shown of how a text got to the place of the problem, innermost first. */
    private static final int MOST_STEPS = 8;

    private Snippet() {}

    /** The lines of {@code diagnostic}, each ended by LF. None is wider than 80 columns except the first and the hint. */
    public static String of(Diagnostic diagnostic, Style style) {
        StringBuilder out = new StringBuilder();
        diagnostic.location().ifPresent(l -> out.append(style.bold(printable(l + ":")))
                .append(' '));
        out.append(severity(diagnostic.severity(), style))
                .append(' ')
                .append(style.bold(printable(diagnostic.message())))
                .append(style.dim(" [" + diagnostic.code() + "]"))
                .append('\n');
        diagnostic.location().ifPresent(l -> out.append(source(l, diagnostic.severity(), style)));
        diagnostic.way().reversed().stream().limit(MOST_STEPS).forEach(step -> out.append(style.dim("  in"))
                .append(' ')
                .append(printable(step.kind().word() + " \"" + step.name() + "\", " + step.location()))
                .append('\n'));
        diagnostic.hint().ifPresent(h -> out.append(style.cyan("hint:"))
                .append(' ')
                .append(printable(h))
                .append('\n'));
        return out.toString();
    }

    /** The source line on which {@code location} starts, with its number before it. */
    public static String line(Location location, Style style) {
        int line = location.start().line();
        String number = Integer.toString(line);
        String text = location.source().line(line);
        Excerpt excerpt = Excerpt.of(text, 0, text.length(), WIDTH - number.length() - 3);
        return style.dim(number + " |") + " " + excerpt.text() + "\n";
    }

    private static String source(Location location, Severity severity, Style style) {
        SourceFile source = location.source();
        int line = location.start().line();
        String number = String.format(Locale.ROOT, "%3d", line);
        String gutter = " ".repeat(number.length());
        int lineStart = source.lineStart(line);
        String text = source.line(line);
        int from = Math.min(location.span().start() - lineStart, text.length());
        int to = Math.max(from, Math.min(location.span().end() - lineStart, text.length()));
        Excerpt excerpt = Excerpt.of(text, from, to, WIDTH - number.length() - 3);
        String carets = colour(severity, style, "^".repeat(Math.max(1, excerpt.width())));
        return style.dim(number + " |") + " " + excerpt.text() + "\n" + style.dim(gutter + " |") + " "
                + " ".repeat(excerpt.indent()) + carets + "\n";
    }

    private static String severity(Severity severity, Style style) {
        return colour(severity, style, severity.word() + ":");
    }

    private static String colour(Severity severity, Style style, String text) {
        return switch (severity) {
            case ERROR -> style.red(text);
            case WARNING -> style.yellow(text);
            case NOTE -> style.cyan(text);
        };
    }

    /** Control characters would let a file control the terminal, and quoted input may have any length. */
    private static String printable(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), MOST));
        text.codePoints()
                .limit(MOST)
                .forEach(c -> out.appendCodePoint(Columns.printable(c).orElse(' ')));
        return out.append(text.codePointCount(0, text.length()) > MOST ? "..." : "")
                .toString();
    }
}
