package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.ruleset.LoadIssue;
import io.falconer.ruleset.LoadLocation;
import io.falconer.ruleset.LoadResult;
import io.falconer.text.Diagnostic;
import io.falconer.text.Position;
import io.falconer.verify.RuleFact;
import java.util.List;
import java.util.SortedMap;

/**
 * Load results as {@code falco -V} prints them with {@code json_output} (section 1.5), with keys in alphabetical order as
 * there, and Falconer's own findings next to them. If Falco stops because a plugin is missing and prints no result, the result
 * has Falco's message as {@code fatal}.
 */
public final class LoadJson {
    private LoadJson() {}

    /**
     * One JSON object on one line.
     *
     * @param unchecked how many rules were not looked into, by source
     * @param undecided what about rules could not be proved, nor the contrary
     */
    public static String of(
            List<LoadResult> results,
            List<Diagnostic> findings,
            SortedMap<String, Integer> unchecked,
            List<RuleFact.Undecided> undecided) {
        return object(results, findings, unchecked, undecided).toString();
    }

    /** The object itself. */
    static ObjectNode object(
            List<LoadResult> results,
            List<Diagnostic> findings,
            SortedMap<String, Integer> unchecked,
            List<RuleFact.Undecided> undecided) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode loads = root.putArray("falco_load_results");
        for (LoadResult result : results) {
            ObjectNode load = loads.addObject();
            issues(result.errors(), load.putArray("errors"));
            result.pluginError().ifPresent(why -> load.put("fatal", why.message()));
            load.put("name", result.name());
            load.put("successful", result.successful());
            issues(result.warnings(), load.putArray("warnings"));
        }
        ArrayNode own = root.putArray("findings");
        findings.forEach(finding -> finding(finding, own.addObject()));
        ArrayNode sources = root.putArray("unchecked");
        unchecked.forEach(
                (source, rules) -> sources.addObject().put("source", source).put("rules", rules));
        ArrayNode open = root.putArray("undecided");
        undecided.forEach(each -> open.addObject()
                .put("rule", each.rule().name())
                .put("question", each.question())
                .put("reason", each.reason()));
        return root;
    }

    private static void issues(List<LoadIssue> issues, ArrayNode array) {
        for (LoadIssue issue : issues) {
            ObjectNode object = array.addObject();
            object.put("code", issue.code().name());
            object.put("codedesc", issue.code().description());
            ObjectNode context = object.putObject("context");
            ArrayNode locations = context.putArray("locations");
            issue.context().locations().forEach(location -> location(location, locations.addObject()));
            context.put("snippet", issue.context().snippet());
            issue.deprecatedField().ifPresent(field -> object.put("deprecated_field", field));
            object.put("message", issue.message());
        }
    }

    private static void location(LoadLocation location, ObjectNode object) {
        object.put("item_name", location.itemName());
        object.put("item_type", location.itemType().words());
        object.putObject("position")
                .put("column", location.position().column())
                .put("line", location.position().line())
                .put("name", location.name())
                .put("offset", location.position().offset());
    }

    private static void finding(Diagnostic finding, ObjectNode object) {
        object.put("code", finding.code());
        object.put("severity", finding.severity().word());
        object.put("message", finding.message());
        finding.hint().ifPresentOrElse(hint -> object.put("hint", hint), () -> object.putNull("hint"));
        finding.location()
                .ifPresentOrElse(
                        place -> {
                            Position start = place.start();
                            object.putObject("location")
                                    .put("path", place.source().name())
                                    .put("line", start.line())
                                    .put("column", start.column());
                        },
                        () -> object.putNull("location"));
    }
}
