package io.falconer.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.SyscallEvent;
import io.falconer.event.reader.EventReader;
import io.falconer.generate.GeneratedFile;
import io.falconer.generate.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files for a tuned exception: the exception, and a suite that expects that false positives are silent and that true positives
 * fire. So must twins of false positives, which differ from them in one field of the exception.
 */
public final class TuningFiles {
    private static final int LONGEST_SLUG = 60;

    private final String rule;
    private final String slug;
    private final List<GeneratedFile> files = new ArrayList<>();
    private final StringBuilder tests = new StringBuilder();

    private TuningFiles(String rule) {
        this.rule = rule;
        String words =
                rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        this.slug = slug(rule, words.substring(0, Math.min(words.length(), LONGEST_SLUG)));
    }

    /** {@code words}, with a hash of the name if they leave out something that may distinguish it from other names. */
    private static String slug(String rule, String words) {
        String whole = rule.toLowerCase(Locale.ROOT).replace(' ', '_');
        return words.equals(whole)
                ? words
                : (words.isEmpty() ? "rule" : words) + String.format(Locale.ROOT, "_%08x", rule.hashCode());
    }

    /**
     * The files.
     *
     * @param rules the paths of the rules files, relative to the directory of these files
     * @param fires whether the rule fires on an event, with the exception
     */
    public static List<GeneratedFile> of(
            String rule,
            Tuned tuned,
            List<String> rules,
            List<Event> falsePositives,
            List<Event> truePositives,
            Predicate<Event> fires) {
        TuningFiles all = new TuningFiles(rule);
        String exceptions = all.slug + "_exceptions.yaml";
        all.files.add(
                new GeneratedFile(exceptions, comment(falsePositives.size(), truePositives.size()) + tuned.item()));
        falsePositives.stream()
                .map(TuningFiles::line)
                .distinct()
                .forEach(event -> all.test("false positive", event, false));
        truePositives.stream()
                .filter(fires)
                .map(TuningFiles::line)
                .distinct()
                .forEach(event -> all.test("true positive", event, true));
        all.twins(tuned.proposal(), falsePositives, fires).forEach(event -> all.test("twin", event, true));
        all.suite(Stream.concat(rules.stream(), Stream.of(exceptions)).toList());
        return List.copyOf(all.files);
    }

    private static String comment(int falsePositives, int truePositives) {
        return "# Silences " + count(falsePositives, "false positive") + " and keeps "
                + count(truePositives, "true positive") + GeneratedFile.TUNE_MARK + "\n"
                + (truePositives == 0
                        ? "# No true positive was given, so nothing shows that it does not silence one.\n"
                        : "");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** The event as suites read it. */
    private static String line(Event event) {
        return switch (event) {
            case AuditEvent audit -> audit.document().compact();
            case SyscallEvent syscall ->
                "{\"source\":\"syscall\",\"fields\":" + syscall.fields().compact() + "}";
        };
    }

    private void test(String what, String event, boolean fires) {
        String number = Integer.toString(files.size());
        String path = slug + "_events/" + number + ".jsonl";
        files.add(new GeneratedFile(path, event + "\n"));
        tests.append("  - name: ")
                .append(YamlText.literal(rule + ": " + what + " " + number))
                .append('\n');
        tests.append("    event: {file: ").append(path).append("}\n");
        String quoted = YamlText.literal(rule);
        tests.append(fires ? "    expect: [{rule: " + quoted + "}]\n" : "    silent: [" + quoted + "]\n");
    }

    /** Events of system calls that differ from the first false positive in one field of the exception, and fire the rule. */
    private List<String> twins(Proposal proposal, List<Event> falsePositives, Predicate<Event> fires) {
        List<String> twins = new ArrayList<>();
        if (falsePositives.getFirst() instanceof SyscallEvent first && !first.recorded()) {
            for (Column column : proposal.columns()) {
                String twin = with(first, column.field());
                if (new EventReader().read("twin", twin).stream().anyMatch(fires)) {
                    twins.add(twin);
                }
            }
        }
        return twins;
    }

    private static String with(SyscallEvent event, String field) {
        try {
            ObjectNode twin = (ObjectNode) new JsonMapper().readTree(line(event));
            twin.withObject("/fields").put(field, "falconer-twin");
            return twin.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that was read is JSON", e);
        }
    }

    private void suite(List<String> rules) {
        StringBuilder suite = new StringBuilder("# What an exception silences and keeps" + GeneratedFile.SHOWN + "\n")
                .append("apiVersion: falconer/v1alpha1\nkind: RuleTest\nmetadata: {name: ")
                .append(YamlText.literal(rule))
                .append("}\nrules:\n");
        rules.forEach(file -> suite.append("  - ").append(YamlText.quoted(file)).append('\n'));
        suite.append("defaults: {unexpected: ignore, ruleMatching: all}\ntests:\n")
                .append(tests);
        files.add(new GeneratedFile(slug + "_exceptions_test.yaml", suite.toString()));
    }
}
