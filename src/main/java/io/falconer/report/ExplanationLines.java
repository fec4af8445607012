package io.falconer.report;

import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Lines of at most 80 columns, made of pieces: what does not fit on a line follows on the next one, indented further. */
final class ExplanationLines {
    private static final int WIDTH = 80;
    private static final String CUT = "...";
    private static final Pattern LONG_CONSTANT = Pattern.compile("(\"[^\"]{8})[^\"]{8,}(\")");
    private static final int CONTINUED = 4;

    private final List<String> lines = new ArrayList<>();
    private final boolean all;

    /** @param all whether no text is cut, however long it is */
    ExplanationLines(boolean all) {
        this.all = all;
    }

    /** Which part of a text that is too long is left out. */
    private enum Cut {
        /** None, because people copy the text. */
        NOTHING,
        /** The middle, because texts that begin alike often end otherwise. */
        MIDDLE,
        /** The end, because without the middle the text would mean something else. */
        END
    }

    /** Something on one line. */
    record Piece(String text, UnaryOperator<String> style, Cut cut) {
        static Piece of(String text, UnaryOperator<String> style) {
            return new Piece(PrintableText.shown(text), style, Cut.MIDDLE);
        }

        static Piece plain(String text) {
            return of(text, UnaryOperator.identity());
        }

        /** Parts of a condition joined by {@code and} or {@code or}. */
        static Piece joined(String text) {
            return new Piece(PrintableText.shown(text), UnaryOperator.identity(), Cut.END);
        }

        /** A place, which terminals turn into a link. */
        static Piece place(String place, Style style) {
            return new Piece(PrintableText.shown(place), style::dim, Cut.NOTHING);
        }
    }

    /** Adds a line, or more if the pieces do not fit on one. */
    void add(int indent, String lead, Style style, List<Piece> pieces) {
        StringBuilder line = new StringBuilder(" ".repeat(indent)).append(mark(lead, style));
        int left = indent + lead.length();
        int used = left;
        boolean isFirst = true;
        for (Piece piece : pieces) {
            int gap = isFirst ? 0 : 2;
            if (!isFirst && used + gap + piece.text().length() > WIDTH) {
                lines.add(line.toString());
                used = indent + CONTINUED;
                gap = 0;
                line = new StringBuilder(" ".repeat(used));
            }
            String text = all ? piece.text() : cut(piece, WIDTH - used - gap);
            line.append(" ".repeat(gap)).append(piece.style().apply(text));
            used += gap + text.length();
            isFirst = false;
        }
        lines.add(line.toString());
    }

    private static String mark(String lead, Style style) {
        return lead.startsWith("✓") ? style.green(lead) : lead.startsWith("✗") ? style.red(lead) : lead;
    }

    private static String cut(Piece piece, int room) {
        int most = Math.max(CUT.length() + 2, room);
        if (piece.cut() == Cut.NOTHING || piece.text().length() <= most) {
            return piece.text();
        }
        if (piece.cut() == Cut.END) {
            return piece.text().substring(0, most - CUT.length()) + CUT;
        }
        String text = piece.text().startsWith("saw ")
                ? piece.text()
                : LONG_CONSTANT.matcher(piece.text()).replaceAll("$1" + CUT + "$2"); // so that the field stays readable
        if (text.length() <= most) {
            return text;
        }
        int kept = most - CUT.length();
        int start = kept - kept / 2;
        return text.substring(0, start) + CUT + text.substring(text.length() - kept / 2);
    }

    int count() {
        return lines.size();
    }

    /**
     * Adds the lines of others; if there are more than {@code most}, the first ones and how many are left.
     *
     * @param how the option or command that shows them
     */
    void addAll(ExplanationLines others, int most, int indent, String how) {
        int shown = others.lines.size() <= most ? others.lines.size() : most - 1;
        lines.addAll(others.lines.subList(0, shown));
        if (shown < others.lines.size()) {
            lines.add(" ".repeat(indent) + CUT + " " + (others.lines.size() - shown) + " more lines, " + how
                    + " shows them");
        }
    }

    /** The lines, each ended by LF. */
    String text() {
        return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    }
}
