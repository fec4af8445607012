package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.engine.Alert;
import io.falconer.engine.RuleCost;
import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.event.reader.Skips;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Style;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts the alerts of each rule in several versions of Falco, and shows the rules that do not fire on the same events in all of
 * them, each with the first event that they differ on.
 */
public final class VersionAlerts implements AlertSink {
    private final List<RuleSet> versions;
    private final Optional<Style> style;
    private final Consumer<String> out;
    private final IdentityHashMap<Rule, Integer> versionOf = new IdentityHashMap<>();
    private final Map<String, long[]> counts = new TreeMap<>();
    private final Map<String, Origin> firstDifference = new TreeMap<>();

    /**
     * Writes a table to {@code out} at the end, as JSON if there is no style.
     *
     * @param versions the rules as each version loads them, the oldest first; alerts belong to the version of their rule
     */
    public VersionAlerts(List<RuleSet> versions, Optional<Style> style, Consumer<String> out) {
        this.versions = List.copyOf(versions);
        this.style = style;
        this.out = out;
        for (int i = 0; i < versions.size(); i++) {
            int version = i;
            versions.get(i).rules().forEach(rule -> versionOf.put(rule, version));
        }
    }

    @Override
    public void accept(Event event, List<Alert> alerts) {
        Map<String, long[]> here = new TreeMap<>();
        for (Alert alert : alerts) {
            int version = Objects.requireNonNull(versionOf.get(alert.rule()));
            here.computeIfAbsent(alert.rule().name(), name -> new long[versions.size()])[version]++;
        }
        here.forEach((rule, fired) -> {
            long[] sum = counts.computeIfAbsent(rule, name -> new long[versions.size()]);
            Arrays.setAll(sum, i -> sum[i] + fired[i]);
            if (Arrays.stream(fired).distinct().count() > 1) {
                firstDifference.putIfAbsent(rule, event.origin());
            }
        });
    }

    @Override
    public void finish(ReplayTotals totals, Skips skips, List<RuleCost> costliest) {
        List<String> releases =
                versions.stream().map(rules -> rules.falco().release()).toList();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        firstDifference.forEach((rule, event) -> rows.put(
                rule + " (first on " + event + ")",
                Arrays.stream(counts.getOrDefault(rule, new long[0]))
                        .mapToObj(Long::toString)
                        .toList()));
        DifferenceTable table = new DifferenceTable(releases, rows);
        out.accept(style.map(table::text).orElseGet(() -> json(table, totals)));
    }

    private String json(DifferenceTable table, ReplayTotals totals) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("events", totals.events());
        ArrayNode releases = root.putArray("versions");
        table.versions().forEach(releases::add);
        root.set("differences", table.json());
        return root + "\n";
    }
}
