package io.falconer.report;

import io.falconer.compare.RecordedAlerts;
import io.falconer.compare.RuleChange;
import io.falconer.compare.RuleSetChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a change of rules changes, in Markdown for the comment on a pull request. */
public final class ChangesMarkdown {
    private ChangesMarkdown() {}

    /** The whole comment. */
    public static String of(RuleSetChanges changes) {
        List<String> parts = new ArrayList<>();
        parts.add("### Falconer: " + title(changes) + "\n");
        List<List<String>> rows = changes.rules().stream()
                .filter(change -> change.kind() != RuleChange.Kind.SAME
                        || !change.details().isEmpty())
                .map(ChangesMarkdown::row)
                .toList();
        if (!rows.isEmpty()) {
            parts.add(Markdown.table(List.of("Rule", "Change", "Example or detail"), 3, rows));
        }
        changes.recorded().ifPresent(recorded -> parts.add(recorded(recorded)));
        if (!changes.notCompared().isEmpty()) {
            parts.add("Not compared, because no plugin provides their source: "
                    + Markdown.inline(String.join("; ", changes.notCompared())) + "\n");
        }
        long same = changes.of(RuleChange.Kind.SAME).size();
        if (same > 0) {
            parts.add(Plural.of(same, "rule") + (same == 1 ? " fires" : " fire")
                    + " on exactly the same events as before (proved for all events).\n");
        }
        changes.version()
                .word()
                .ifPresent(word -> parts.add("Version: **" + word + "**: "
                        + Markdown.inline(String.join(", ", changes.version().reasons())) + "\n"));
        return String.join("\n", parts);
    }

    private static String recorded(RecordedAlerts recorded) {
        String events = "Recorded events: " + recorded.events();
        return recorded.changes().isEmpty()
                ? events + ", all with the same alerts.\n"
                : events + ". Alerts that differ:\n\n"
                        + Markdown.table(
                                List.of("Alerts", "Rules", "First events", "Events"),
                                3,
                                recorded.changes().stream()
                                        .map(change -> List.of(
                                                change.kind().word(),
                                                change.rules(),
                                                ChangesText.places(change),
                                                Long.toString(change.events())))
                                        .toList());
    }

    private static String title(RuleSetChanges changes) {
        String counts = changes.counts().entrySet().stream()
                .filter(entry -> entry.getKey() != RuleChange.Kind.SAME)
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "all rules fire on the same events as before" : "rules: " + counts;
    }

    private static List<String> row(RuleChange change) {
        return List.of(change.rule().name(), word(change.kind()), details(change));
    }

    /** A rule and what becomes of it, on one line. */
    static String sentence(RuleChange change) {
        String details = details(change);
        return change.rule().name() + ": " + word(change.kind()) + (details.isEmpty() ? "" : ": " + details);
    }

    private static String details(RuleChange change) {
        List<String> what = new ArrayList<>(change.details());
        change.gained().ifPresent(event -> what.add("now fires on " + String.join(" ", EventValues.of(event))));
        change.lost().ifPresent(event -> what.add("no longer fires on " + String.join(" ", EventValues.of(event))));
        change.reasons().forEach(reason -> what.add("undecided because " + reason));
        return String.join("; ", what);
    }

    private static String word(RuleChange.Kind kind) {
        return kind.word();
    }
}
