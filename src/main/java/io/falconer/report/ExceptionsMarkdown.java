package io.falconer.report;

import io.falconer.exception.ExceptionReview;
import io.falconer.exception.ListedException;
import io.falconer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Exceptions in Markdown, for reviews. */
public final class ExceptionsMarkdown {
    private ExceptionsMarkdown() {}

    /** A heading and a table. */
    public static String of(ExceptionReview review) {
        boolean counted = review.events().isPresent();
        List<String> header =
                new ArrayList<>(List.of("Exception", "From", "Owner", "Silences", "Reason", "Findings", "Days left"));
        if (counted) {
            header.addAll(List.of("Alerts", "Last"));
        }
        String title = "### Falconer: " + Plural.of(review.exceptions().size(), "exception") + ", "
                + review.withFindings() + " with findings\n";
        return review.exceptions().isEmpty()
                ? title
                : title + "\n"
                        + Markdown.table(
                                header,
                                6,
                                review.exceptions().stream()
                                        .map(each -> row(each, review))
                                        .toList());
    }

    private static List<String> row(ListedException listed, ExceptionReview review) {
        List<String> row = new ArrayList<>(List.of(
                listed.name(),
                String.join(", ", listed.from()),
                listed.answerable().orElse(""),
                listed.silences(),
                listed.reason(),
                listed.findings().stream().map(Diagnostic::code).collect(Collectors.joining(", ")),
                listed.daysLeft(review.today()).isPresent()
                        ? Long.toString(listed.daysLeft(review.today()).getAsLong())
                        : ""));
        listed.use().ifPresent(use -> row.addAll(List.of(Long.toString(use.alerts()), ExceptionsText.last(use))));
        return row;
    }
}
