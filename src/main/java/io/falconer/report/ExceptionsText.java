package io.falconer.report;

import io.falconer.exception.ExceptionReview;
import io.falconer.exception.ExceptionUse;
import io.falconer.exception.ListedException;
import io.falconer.text.Diagnostic;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Exceptions as a table of 80 columns, for people: a row for each, and below it what it silences and what is wrong with it. */
public final class ExceptionsText {
    private static final int WIDTH = 80;
    private static final String INDENT = "    ";
    private static final int NAME = 32;
    private static final int OWNER = 22;

    private final Style style;

    /** Creates texts in a style. */
    public ExceptionsText(Style style) {
        this.style = style;
    }

    /** The whole table, and a line that counts. */
    public String of(ExceptionReview review) {
        if (review.exceptions().isEmpty()) {
            return "no exceptions\n";
        }
        boolean counted = review.events().isPresent();
        List<String> parts = new ArrayList<>();
        parts.add(style.bold(line("EXCEPTION", "OWNER", "LEFT", counted ? "ALERTS" : "", counted ? "LAST" : "")));
        review.exceptions().forEach(each -> parts.add(exception(each, review)));
        return String.join("\n", parts) + "\n\n" + summary(review) + "\n";
    }

    private String exception(ListedException listed, ExceptionReview review) {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                listed.name(),
                listed.answerable().orElse("-"),
                left(listed, review.today()),
                listed.use().map(use -> Long.toString(use.alerts())).orElse(""),
                listed.use().map(ExceptionsText::last).orElse("")));
        add(lines, "", "silences " + listed.silences());
        add(lines, "", "from " + String.join(", ", listed.from()) + " (" + listed.place() + ")");
        if (!listed.reason().isEmpty()) {
            add(lines, "", "reason: " + listed.reason());
        }
        for (Diagnostic finding : listed.findings()) {
            add(lines, "warning: ", withoutName(finding.message(), listed) + " [" + finding.code() + "]");
        }
        return String.join("\n", lines);
    }

    /** The row names the exception already. */
    private static String withoutName(String message, ListedException listed) {
        String name = "exception \"" + listed.name() + "\" ";
        return message.startsWith(name) ? message.substring(name.length()) : message;
    }

    private void add(List<String> lines, String word, String text) {
        List<String> wrapped = WrappedText.text(word + text, WIDTH - INDENT.length() - 2);
        lines.add(INDENT + style.yellow(word) + wrapped.getFirst().substring(word.length()));
        wrapped.stream().skip(1).forEach(rest -> lines.add(INDENT + "  " + rest));
    }

    private static String line(String name, String owner, String left, String alerts, String last) {
        return (padded(name, NAME) + " " + padded(owner, OWNER) + " " + " ".repeat(Math.max(0, 5 - left.length()))
                        + left
                        + (alerts.isEmpty() ? "" : " ".repeat(Math.max(1, 7 - alerts.length())) + alerts + "  " + last))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        String shown = PrintableText.shown(text);
        int length = shown.codePointCount(0, shown.length());
        return length > width
                ? shown.substring(0, shown.offsetByCodePoints(0, width - 3)) + "..."
                : shown + " ".repeat(width - length);
    }

    /** The days that are left, such as {@code 12d}. */
    static String left(ListedException listed, LocalDate today) {
        return listed.daysLeft(today).isPresent() ? listed.daysLeft(today).getAsLong() + "d" : "-";
    }

    /** The day of the last alert; {@code -} if there is none. */
    static String last(ExceptionUse use) {
        return use.last()
                .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .orElse("-");
    }

    private static String summary(ExceptionReview review) {
        long expired = review.exceptions().stream()
                .filter(each -> each.expired(review.today()))
                .count();
        List<String> counts = new ArrayList<>();
        counts.add(Plural.of(review.exceptions().size(), "exception"));
        if (expired > 0) {
            counts.add(expired + " expired");
        }
        counts.add(review.withFindings() + " with findings");
        review.events().ifPresent(events -> counts.add(Plural.of(events, "event")));
        if (review.undecided() > 0) {
            counts.add("not decided whether " + review.undecided() + " have an effect");
        }
        return String.join(", ", counts);
    }
}
