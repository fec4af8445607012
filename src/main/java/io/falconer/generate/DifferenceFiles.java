package io.falconer.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.compare.RuleChange;
import io.falconer.compare.RuleSetChanges;
import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.LoadedRules;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The events that show how two versions of rules differ, with both versions and a suite for each. The suites expect what each
 * version does, so both pass: the one of a version fails with the rules of the other. Each file has a mark in its first line, so
 * that a later run can replace it: rules have a comment above them, and events have a key.
 */
public final class DifferenceFiles {
    private static final int LONGEST_SLUG = 60;

    private final JsonMapper json = new JsonMapper();
    private final List<GeneratedFile> files = new ArrayList<>();
    private final Set<String> slugs = new HashSet<>();
    private final StringBuilder oldTests = new StringBuilder();
    private final StringBuilder newTests = new StringBuilder();

    private DifferenceFiles() {}

    /** The files; none if no event shows a difference. */
    public static List<GeneratedFile> of(RuleSetChanges changes, LoadedRules before, LoadedRules after) {
        DifferenceFiles all = new DifferenceFiles();
        changes.rules().forEach(all::rule);
        if (all.files.isEmpty()) {
            return List.of();
        }
        all.suite("old", before, all.oldTests);
        all.suite("new", after, all.newTests);
        return List.copyOf(all.files);
    }

    private void rule(RuleChange change) {
        String rule = change.rule().name();
        change.gained().ifPresent(event -> event(rule, "only the new rules fire", event, true));
        change.lost().ifPresent(event -> event(rule, "only the old rules fire", event, false));
    }

    private void event(String rule, String what, String event, boolean firesNow) {
        String path = "events/" + slug(rule, what) + ".jsonl";
        files.add(new GeneratedFile(path, SuiteFiles.said(json, event, what) + "\n"));
        test(oldTests, rule, what, path, !firesNow);
        test(newTests, rule, what, path, firesNow);
    }

    private static void test(StringBuilder tests, String rule, String what, String path, boolean fires) {
        String quoted = YamlText.literal(rule);
        tests.append("  - name: ").append(YamlText.literal(rule + ": " + what)).append('\n');
        tests.append("    event: {file: ../").append(path).append("}\n");
        tests.append(fires ? "    expect: [{rule: " + quoted + "}]\n" : "    silent: [" + quoted + "]\n");
    }

    private void suite(String side, LoadedRules rules, StringBuilder tests) {
        StringBuilder suite = new StringBuilder(
                        "# What the " + side + " rules do where they differ" + GeneratedFile.DIFF_MARK + "\n")
                .append("apiVersion: falconer/v1alpha1\nkind: RuleTest\nmetadata: {name: ")
                .append(side)
                .append("}\nrules:\n");
        int number = 0;
        for (LoadedFile file : rules.files()) {
            String name = "rules/" + ++number + "_rules.yaml";
            files.add(new GeneratedFile(side + "/" + name, marked(file.source())));
            suite.append("  - ").append(name).append('\n');
        }
        suite.append("defaults: {unexpected: ignore, ruleMatching: all}\ntests:\n")
                .append(tests);
        files.add(new GeneratedFile(side + "/" + side + "_test.yaml", suite.toString()));
    }

    /** The rules below a comment. A byte order mark stays in front. */
    private static String marked(SourceFile rules) {
        String bom = rules.text().startsWith("\uFEFF") ? "\uFEFF" : "";
        return bom + "# A copy of " + YamlText.printable(rules.name()) + ", whose lines have numbers lower by 1"
                + GeneratedFile.DIFF_MARK + "\n" + rules.text().substring(bom.length());
    }

    /** The beginning of the rule's name, and all of what the event shows. */
    private String slug(String rule, String what) {
        String name = words(rule);
        String slug = words(name.substring(0, Math.min(name.length(), LONGEST_SLUG)) + " " + what);
        String unique = slug;
        for (int i = 2; !slugs.add(unique); i++) {
            unique = slug + "_" + i;
        }
        return unique;
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
