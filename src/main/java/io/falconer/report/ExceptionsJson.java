package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.exception.ExceptionReview;
import io.falconer.exception.ListedException;

/** Exceptions as one JSON object on one line. docs/exceptions.md describes it. */
public final class ExceptionsJson {
    private ExceptionsJson() {}

    /** The object. */
    public static String of(ExceptionReview review) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("today", review.today().toString());
        review.events().ifPresent(events -> root.put("events", events));
        root.put("undecided", review.undecided());
        ArrayNode exceptions = root.putArray("exceptions");
        review.exceptions().forEach(each -> exceptions.add(exception(each, review)));
        return root.toString();
    }

    private static ObjectNode exception(ListedException listed, ExceptionReview review) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", listed.name());
        ArrayNode from = node.putArray("from");
        listed.from().forEach(from::add);
        listed.team().ifPresent(team -> node.put("team", team));
        listed.owner().ifPresent(owner -> node.put("owner", owner));
        node.put("reason", listed.reason());
        listed.expires().ifPresent(day -> node.put("expires", day.toString()));
        listed.daysLeft(review.today()).ifPresent(days -> node.put("daysLeft", days));
        node.put("silences", listed.silences());
        listed.use().ifPresent(use -> {
            node.put("alerts", use.alerts());
            use.last().ifPresent(time -> node.put("last", time.toString()));
        });
        node.put("file", listed.place().source().name());
        node.put("line", listed.place().start().line());
        ArrayNode findings = node.putArray("findings");
        listed.findings().forEach(finding -> {
            ObjectNode one = findings.addObject();
            one.put("code", finding.code());
            one.put("message", finding.message());
            finding.hint().ifPresent(hint -> one.put("hint", hint));
        });
        return node;
    }
}
