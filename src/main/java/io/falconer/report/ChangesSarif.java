package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.compare.AlertChange;
import io.falconer.compare.RuleChange;
import io.falconer.compare.RuleSetChanges;
import io.falconer.event.Origin;
import io.falconer.ruleset.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a change of rules changes in SARIF 2.1.0, for code scanning: one result for each rule that is not the same, at its place,
 * also if it is only renamed, and one for recorded alerts that are lost. What may silence events is a warning, the rest is a note.
 */
public final class ChangesSarif {
    private static final String LOST = "lost-alert";
    /** Before the path of a file in a revision of Git. A revision contains a colon in braces only, as in a time. */
    private static final Pattern REVISION = Pattern.compile("^git:(?:[^:{]|\\{[^}]*})*:");

    private ChangesSarif() {}

    /**
     * The whole log.
     *
     * @param version that of Falconer
     */
    public static String of(RuleSetChanges changes, String version) {
        List<String> ids = new ArrayList<>();
        List<ObjectNode> results = new ArrayList<>();
        changes.rules().stream()
                .filter(change -> change.kind() != RuleChange.Kind.SAME)
                .forEach(change -> results.add(result(change, ids)));
        changes.recorded().stream()
                .flatMap(recorded -> recorded.changes().stream())
                .filter(change -> change.kind() == AlertChange.Kind.LOST)
                .forEach(change -> results.add(result(change, ids)));
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> rules.addObject()
                .put("id", id)
                .putObject("shortDescription")
                .put(
                        "text",
                        id.equals(LOST)
                                ? "Recorded events no longer have an alert."
                                : "A change of rules: " + id.substring("rule-".length()) + "."));
        return SarifReport.log(version, rules, results);
    }

    private static ObjectNode result(RuleChange change, List<String> ids) {
        Rule rule = change.rule();
        ObjectNode node =
                result("rule-" + change.kind().word(), change.maySilence(), ChangesMarkdown.sentence(change), ids);
        ObjectNode physical = SarifResult.physical(
                node.putArray("locations").addObject(),
                REVISION.matcher(rule.place().source().name()).replaceFirst(""));
        if (change.after().isPresent()) { // a removed rule is at no place of the file as it is
            physical.set("region", SarifResult.region(rule.place()));
        }
        return node;
    }

    private static ObjectNode result(AlertChange change, List<String> ids) {
        ObjectNode node = result(
                LOST,
                true,
                change.rules() + ": " + Plural.of(change.events(), "recorded event") + " lost the alert",
                ids);
        Origin first = change.places().getFirst();
        SarifResult.physical(node.putArray("locations").addObject(), first.path())
                .putObject("region")
                .put("startLine", first.line());
        return node;
    }

    private static ObjectNode result(String id, boolean warns, String text, List<String> ids) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("ruleId", id);
        node.put("ruleIndex", ids.indexOf(id));
        node.put("level", warns ? "warning" : "note");
        node.set("message", SarifResult.message(text));
        return node;
    }
}
