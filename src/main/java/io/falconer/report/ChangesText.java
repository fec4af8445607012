package io.falconer.report;

import io.falconer.compare.AlertChange;
import io.falconer.compare.RecordedAlerts;
import io.falconer.compare.RuleChange;
import io.falconer.compare.RuleSetChanges;
import io.falconer.ruleset.Rule;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change of rules changes, for people. Rules that fire on the same events are counted, not shown. */
public final class ChangesText {
    private static final int WIDTH = 80;
    private static final String INDENT = "    ";
    private static final int MOST_REASONS = 5;

    private final Style style;
    private final Detail detail;

    /** Creates texts in a style. */
    public ChangesText(Style style, Detail detail) {
        this.style = style;
        this.detail = detail;
    }

    /** The whole text. */
    public String of(RuleSetChanges changes) {
        List<String> parts = new ArrayList<>();
        changes.rules().stream().filter(this::isShown).map(this::rule).forEach(parts::add);
        changes.notCompared()
                .forEach(each -> parts.add(style.yellow("not compared:") + " " + PrintableText.shown(each)));
        definitions(changes).lines().forEach(parts::add);
        changes.recorded().ifPresent(recorded -> parts.add(recorded(recorded)));
        parts.add(summary(changes));
        parts.add(version(changes));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n")) + "\n";
    }

    private boolean isShown(RuleChange change) {
        return change.kind() != RuleChange.Kind.SAME || !change.details().isEmpty() || detail == Detail.EVERY_EVENT;
    }

    private String rule(RuleChange change) {
        Rule rule = change.rule();
        List<String> lines = new ArrayList<>();
        lines.add(coloured(change.kind()) + " " + style.bold(PrintableText.shown(rule.name())) + "  "
                + style.dim(PrintableText.shown(rule.place().toString())));
        change.details().forEach(each -> lines.add(INDENT + PrintableText.shown(each)));
        change.gained().ifPresent(event -> lines.add(event("now fires on:", event)));
        change.lost().ifPresent(event -> lines.add(event("no longer fires on:", event)));
        change.reasons().forEach(reason -> lines.add(INDENT + "undecided because " + PrintableText.shown(reason)));
        if (!change.causes().isEmpty()) {
            lines.add(wrapped("uses what changed: "
                    + String.join(", ", change.causes().stream().sorted().toList())));
        }
        return String.join("\n", lines) + (lines.size() == 1 ? "" : "\n");
    }

    private String coloured(RuleChange.Kind kind) {
        String word = kind.word() + ":";
        return switch (kind) {
            case SAME, ADDED, RENAMED -> style.green(word);
            case LOOSER -> style.cyan(word);
            case STRICTER, DIFFERENT, UNDECIDED -> style.yellow(word);
            case REMOVED -> style.red(word);
        };
    }

    private static String event(String what, String event) {
        return wrapped(what + " "
                + EventValues.of(event).stream().map(PrintableText::shown).collect(Collectors.joining(" ")));
    }

    /** On lines of at most 80 columns, the further ones with a deeper indent. */
    private static String wrapped(String text) {
        return INDENT + String.join("\n" + INDENT + "  ", WrappedText.text(text, WIDTH - INDENT.length() - 2));
    }

    /** Each changed list or macro once, with the rules that fire on other events. */
    private static String definitions(RuleSetChanges changes) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<String>> entry : changes.reach().entrySet()) {
            List<String> rules = entry.getValue();
            text.append(PrintableText.shown(entry.getKey()))
                    .append(" changed: ")
                    .append(
                            rules.isEmpty()
                                    ? "no rule that uses it fires on other events"
                                    : Plural.of(rules.size(), "rule")
                                            + (rules.size() == 1 ? " that uses it fires" : " that use it fire")
                                            + " on other events")
                    .append('\n');
        }
        return text.isEmpty() ? "" : text + "\n";
    }

    private String recorded(RecordedAlerts recorded) {
        List<String> lines = new ArrayList<>();
        for (AlertChange change : recorded.changes()) {
            String word = change.kind().word() + ":";
            lines.add(coloured(change.kind(), word) + " " + style.bold(PrintableText.shown(change.rules())) + "  "
                    + Plural.of(change.events(), "event"));
            lines.add(wrapped(places(change)));
        }
        lines.add("Recorded events: " + recorded.events()
                + Stream.of(AlertChange.Kind.values())
                        .map(kind -> ", " + recorded.events(kind) + " " + kind.word())
                        .collect(Collectors.joining()));
        return String.join("\n", lines) + (recorded.changes().isEmpty() ? "" : "\n");
    }

    private String coloured(AlertChange.Kind kind, String word) {
        return switch (kind) {
            case LOST -> style.red(word);
            case MOVED -> style.yellow(word);
            case GAINED -> style.cyan(word);
        };
    }

    /** The first events of a difference. */
    static String places(AlertChange change) {
        return change.places().stream()
                        .map(place -> PrintableText.shown(place.toString()))
                        .collect(Collectors.joining(", "))
                + (change.events() > change.places().size() ? ", ..." : "");
    }

    private static String summary(RuleSetChanges changes) {
        return changes.rules().isEmpty()
                ? "no rules"
                : changes.counts().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().word())
                        .collect(Collectors.joining(", ", "Rules: ", ""));
    }

    private static String version(RuleSetChanges changes) {
        return changes.version()
                .word()
                .map(word -> {
                    List<String> reasons = changes.version().reasons();
                    String more =
                            reasons.size() > MOST_REASONS ? ", and " + (reasons.size() - MOST_REASONS) + " more" : "";
                    return wrapped("Version: " + word + " ("
                                    + reasons.stream()
                                            .limit(MOST_REASONS)
                                            .map(PrintableText::shown)
                                            .collect(Collectors.joining(", "))
                                    + more + ")")
                            .strip();
                })
                .orElse("Version: names and metadata ask for no new one");
    }
}
