package io.falconer.cover;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconer.generate.GeneratedFile;
import io.falconer.generate.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the events of rules as a suite. The tests of a rule have one event, and each case says which change to it shows what.
 */
public final class CoverSuite {
    private static final int LONGEST = 110;
    private final StringBuilder tests = new StringBuilder();
    private String anchor = "";
    private int anchors;
    /** The event of the rule, until it is written. */
    private Optional<CoverDocument> pending = Optional.empty();

    private CoverSuite() {}

    /**
     * A suite.
     *
     * @param name its name
     * @param rulesFiles the paths of the rules files from the suite's directory, in the order of loading
     */
    public static String of(String name, List<String> rulesFiles, List<CoveredRule> rules) {
        CoverSuite suite = new CoverSuite();
        rules.forEach(suite::rule);
        StringBuilder text = new StringBuilder("# Events that show each part of the conditions at work")
                .append(GeneratedFile.COVER_MARK)
                .append("\n# To keep changes, rename this file: then cover writes only what it lacks.\n")
                .append("apiVersion: falconer/v1alpha1\nkind: RuleTest\nmetadata: {name: ")
                .append(YamlEvent.text(name))
                .append("}\nrules:\n");
        rulesFiles.forEach(
                file -> text.append("  - ").append(YamlEvent.text(file)).append('\n'));
        // Each test is about one rule. Other rules that fire on the same event have their own tests.
        return text.append("defaults: {unexpected: ignore}\ntests:\n")
                .append(suite.tests)
                .toString();
    }

    private void rule(CoveredRule covered) {
        if (covered.events().isEmpty()) {
            return;
        }
        String rule = covered.rule().name();
        CoverDocument base = CoverDocument.of(covered.events().getFirst().draft());
        anchor = "event" + ++anchors;
        pending = Optional.of(base);
        tests.append("\n  # ").append(YamlText.printable(rule)).append('\n');
        for (boolean fires : new boolean[] {true, false}) {
            List<EventGroups.Changed> single = new ArrayList<>();
            List<EventGroups.Group> groups = EventGroups.of(
                    covered.events().stream()
                            .filter(event -> event.fires() == fires)
                            .map(event -> new EventGroups.Changed(event, base.changes(CoverDocument.of(event.draft()))))
                            .toList(),
                    single);
            String verb = fires ? " fires" : " stays silent";
            String expected =
                    fires ? "    expect: [{rule: " + literal(rule) + "}]\n" : "    silent: [" + literal(rule) + "]\n";
            if (!single.isEmpty()) {
                start(rule + verb);
                cases(single);
                tests.append(expected);
            }
            Map<String, Integer> names = new HashMap<>();
            for (EventGroups.Group group : groups) {
                start(unique(rule + verb + ": " + cut(group.part()), names));
                matrix(group);
                tests.append(expected);
            }
        }
    }

    /** The name and event of a test; the first one of a rule writes the event, and the others refer to it. */
    private void start(String name) {
        tests.append("  - name: ").append(literal(name)).append("\n    event: ");
        pending.ifPresentOrElse(
                event -> tests.append('&')
                        .append(anchor)
                        .append("\n      ")
                        .append(event.form())
                        .append(':')
                        .append(YamlEvent.after(event.shown(), 6)),
                () -> tests.append('*').append(anchor));
        tests.append('\n');
        pending = Optional.empty();
    }

    private void cases(List<EventGroups.Changed> events) {
        if (events.size() == 1 && events.getFirst().operations().isEmpty()) {
            return;
        }
        tests.append("    cases:\n");
        Map<String, Integer> names = new HashMap<>();
        for (EventGroups.Changed each : events) {
            String text = each.operations().isEmpty()
                    ? "as it is"
                    : cut(each.event().goal().text());
            tests.append("      - because: ")
                    .append(YamlEvent.text(unique(text, names)))
                    .append("\n        change:");
            operations(each.operations(), 10);
        }
        tests.append("    patch: \"${change}\"\n");
    }

    private void matrix(EventGroups.Group group) {
        List<String> lines = YamlEvent.list(group.values(), 10);
        tests.append("    cases:\n      matrix:\n        value:");
        tests.append(lines.size() == 1 ? " " + lines.getFirst().strip() : "\n" + String.join("\n", lines));
        tests.append('\n');
        tests.append("    patch:");
        operations(group.operations(), 6);
    }

    private void operations(List<JsonNode> operations, int indent) {
        if (operations.size() < 2) {
            tests.append(" [");
            operations.forEach(each -> tests.append(YamlEvent.flow(each)));
            tests.append("]\n");
            return;
        }
        String margin = "\n" + " ".repeat(indent) + "- ";
        operations.forEach(each -> tests.append(margin).append(YamlEvent.flow(each)));
        tests.append('\n');
    }

    private static String unique(String text, Map<String, Integer> names) {
        int number = names.merge(text, 1, Integer::sum);
        return number == 1 ? text : text + " (" + number + ")";
    }

    private static String literal(String text) {
        return YamlEvent.text(text.replace("${", "$${"));
    }

    /** A long text is cut in the middle, because parts that begin alike often end otherwise. */
    private static String cut(String text) {
        int half = LONGEST / 2;
        return text.length() <= LONGEST
                ? text
                : text.substring(0, half) + "..." + text.substring(text.length() - half + 3);
    }
}
