package io.falconer.report;

import io.falconer.exception.ExceptionReview;
import io.falconer.exception.ExceptionUse;
import io.falconer.exception.ListedException;
import io.falconer.text.Diagnostic;
import io.falconer.text.PrintableText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Exceptions as comma-separated values (RFC 4180), with a header. */
public final class ExceptionsCsv {
    private static final List<String> HEADER = List.of(
            "name",
            "from",
            "team",
            "owner",
            "reason",
            "expires",
            "daysLeft",
            "silences",
            "alerts",
            "last",
            "file",
            "line",
            "findings");

    private ExceptionsCsv() {}

    /** The whole file. Lines end with CR and LF. */
    public static String of(ExceptionReview review) {
        StringBuilder csv = new StringBuilder(row(HEADER));
        review.exceptions().forEach(each -> csv.append(row(cells(each, review.today()))));
        return csv.toString();
    }

    private static List<String> cells(ListedException listed, LocalDate today) {
        return List.of(
                text(listed.name()),
                text(String.join(" ", listed.from())),
                text(listed.team().orElse("")),
                text(listed.owner().orElse("")),
                text(listed.reason()),
                listed.expires().map(LocalDate::toString).orElse(""),
                listed.daysLeft(today).isPresent()
                        ? Long.toString(listed.daysLeft(today).getAsLong())
                        : "",
                text(listed.silences()),
                listed.use().map(use -> Long.toString(use.alerts())).orElse(""),
                listed.use().flatMap(ExceptionUse::last).map(Object::toString).orElse(""),
                text(listed.place().source().name()),
                Integer.toString(listed.place().start().line()),
                listed.findings().stream().map(Diagnostic::code).collect(Collectors.joining(" ")));
    }

    /** Spreadsheets take a text that begins so for a formula; after an apostrophe they do not. */
    private static String text(String given) {
        String text = PrintableText.lines(given);
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(ExceptionsCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }
}
