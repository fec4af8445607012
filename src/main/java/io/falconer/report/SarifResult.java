package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.event.Origin;
import io.falconer.text.Location;
import io.falconer.text.Position;
import io.falconer.text.PrintableText;

/** A problem as a result of SARIF. */
final class SarifResult {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SarifResult() {}

    static ObjectNode of(Section section, ReportedProblem problem, int ruleIndex, String fingerprint) {
        ObjectNode node = JSON.objectNode();
        node.put("ruleId", problem.kind());
        node.put("ruleIndex", ruleIndex);
        node.put("level", problem.severity().word());
        node.set("message", message(problem.text()));
        ObjectNode place = node.putArray("locations").addObject();
        ObjectNode physical = physical(place, problem.path());
        problem.place().ifPresent(p -> physical.set("region", region(p)));
        if (!problem.events().isEmpty()) {
            ArrayNode related = node.putArray("relatedLocations");
            problem.events().forEach(e -> event(related.addObject(), e));
        }
        node.putObject("partialFingerprints").put("finding/v1", fingerprint);
        ObjectNode properties = node.putObject("properties");
        properties.put(section.kind().word(), section.name());
        problem.rule().ifPresent(r -> properties.put("rule", r));
        if (!problem.subject().isEmpty()) {
            properties.put(section.kind() == Section.Kind.SUITE ? "test" : "counterFixture", problem.subject());
        }
        return node;
    }

    private static void event(ObjectNode related, Origin origin) {
        physical(related, origin.path()).putObject("region").put("startLine", origin.line());
        String index = origin.index().isPresent() ? " [" + origin.index().getAsInt() + "]" : "";
        related.set("message", message("event" + index));
    }

    /** The file of a location, which the region completes. */
    static ObjectNode physical(ObjectNode location, String path) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", UriReference.of(path));
        return physical;
    }

    /** Columns count code points from 1. The end is the column after the last character. */
    static ObjectNode region(Location location) {
        Position start = location.start();
        Position end = location.end();
        return JSON.objectNode()
                .put("startLine", start.line())
                .put("startColumn", start.column())
                .put("endLine", end.line())
                .put("endColumn", end.column());
    }

    /** Braces are doubled because single braces are placeholders (SARIF 2.1.0, section 3.11.5). */
    static ObjectNode message(String text) {
        String shown =
                PrintableText.lines(text).stripTrailing().replace("{", "{{").replace("}", "}}");
        return JSON.objectNode().put("text", shown);
    }
}
