package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.cover.CoveredRule;
import io.falconer.cover.Unshown;
import java.util.List;
import java.util.stream.Stream;

/** Which tests rules lack, as one JSON object on one line. docs/cover.md describes it. */
public final class CoverJson {
    private CoverJson() {}

    /** The object. */
    public static String of(List<CoveredRule> rules) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode all = root.putArray("rules");
        for (CoveredRule covered : rules) {
            ObjectNode node = all.addObject();
            node.put("rule", covered.rule().name());
            node.put("file", covered.rule().place().source().name());
            node.put("line", covered.rule().place().start().line());
            node.put("outcomes", covered.outcomes());
            node.put("tested", covered.outcomes() - covered.missing());
            node.put("missing", covered.missing() - covered.unshown().size());
            node.put("events", covered.events().size());
            add(node.putArray("impossible"), covered.impossible());
            add(node.putArray("undecided"), covered.undecided());
        }
        return root.toString();
    }

    private static void add(ArrayNode to, Stream<Unshown> unshown) {
        unshown.forEach(each -> to.addObject().put("what", each.what()).put("because", each.reason()));
    }
}
