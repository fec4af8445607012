package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.falconer.compare.AlertChange;
import io.falconer.compare.RecordedAlerts;
import io.falconer.compare.RuleChange;
import io.falconer.compare.RuleSetChanges;
import io.falconer.ruleset.Rule;
import io.falconer.text.Position;
import java.util.List;

/** What a change of rules changes, as one JSON object on one line. docs/diff.md describes it. */
public final class ChangesJson {
    private ChangesJson() {}

    /** The object. */
    public static String of(RuleSetChanges changes) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode rules = root.putArray("rules");
        changes.rules().forEach(change -> rules.add(rule(change)));
        ObjectNode definitions = root.putObject("definitions");
        changes.reach().forEach((name, reached) -> add(definitions.putArray(name), reached));
        add(root.putArray("notCompared"), changes.notCompared());
        changes.recorded().ifPresent(recorded -> root.set("recorded", recorded(recorded)));
        ObjectNode version = root.putObject("version");
        changes.version().word().ifPresent(word -> version.put("bump", word));
        add(version.putArray("major"), changes.version().major());
        add(version.putArray("minor"), changes.version().minor());
        add(version.putArray("patch"), changes.version().patch());
        return root.toString();
    }

    private static ObjectNode rule(RuleChange change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Rule rule = change.rule();
        Position start = rule.place().start();
        node.put("rule", rule.name());
        node.put("change", change.kind().word());
        node.put("file", rule.place().source().name());
        node.put("line", start.line());
        add(node.putArray("details"), change.details());
        add(node.putArray("causes"), change.causes().stream().sorted().toList());
        change.gained().ifPresent(event -> node.putRawValue("gained", new RawValue(event)));
        change.lost().ifPresent(event -> node.putRawValue("lost", new RawValue(event)));
        if (!change.reasons().isEmpty()) {
            add(node.putArray("undecided"), change.reasons());
        }
        return node;
    }

    private static ObjectNode recorded(RecordedAlerts recorded) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("events", recorded.events());
        ArrayNode changes = node.putArray("changes");
        for (AlertChange change : recorded.changes()) {
            ObjectNode one = changes.addObject();
            one.put("change", change.kind().word());
            add(one.putArray("before"), change.before());
            add(one.putArray("after"), change.after());
            one.put("events", change.events());
            ArrayNode places = one.putArray("places");
            change.places().forEach(place -> {
                ObjectNode at = places.addObject().put("file", place.path()).put("line", place.line());
                place.index().ifPresent(index -> at.put("index", index));
            });
        }
        return node;
    }

    private static void add(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
