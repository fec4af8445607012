package io.falconer.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.engine.ValueText;
import io.falconer.event.Value;
import io.falconer.explain.Cause;
import io.falconer.explain.Change;
import io.falconer.explain.NearSilence;
import io.falconer.explain.Part;
import io.falconer.explain.RuleExplanation;
import io.falconer.lint.RuleFinding;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Explanations for programs, complete: every part of every condition. */
public final class ExplanationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    /**
     * One explanation as an object on one line.
     *
     * @param falco the version, if there are several
     */
    public static String of(RuleExplanation explanation, Optional<String> falco) {
        ObjectNode node = JSON.objectNode();
        falco.ifPresent(version -> node.put("falco", version));
        node.set("event", FailureJson.origin(explanation.event().origin()));
        node.put("rule", explanation.rule().name());
        node.put("source", explanation.rule().source().id());
        node.put("location", explanation.rule().place().toString());
        node.put("fires", explanation.fires());
        cause(explanation.cause(), node);
        node.set("decisive", changes(explanation.decisive()));
        ArrayNode findings = node.putArray("findings");
        for (RuleFinding finding : explanation.findings()) {
            ObjectNode found = findings.addObject();
            found.put("code", finding.code()).put("message", finding.problem());
            finding.hint().ifPresent(hint -> found.put("hint", hint));
            found.put("location", finding.origin().location().toString());
        }
        ArrayNode alternatives = node.putArray("alternatives");
        explanation.alternatives().forEach(each -> alternatives.add(part(each)));
        ArrayNode silences = node.putArray("nearSilences");
        for (NearSilence silence : explanation.nearSilences()) {
            ObjectNode near = silences.addObject();
            near.put("text", silence.clause().text());
            near.put("location", silence.clause().place().toString());
            near.set("missed", changes(silence.missed()));
        }
        explanation.condition().ifPresent(condition -> node.set("condition", part(condition)));
        return node.toString();
    }

    private static void cause(Cause cause, ObjectNode node) {
        switch (cause) {
            case Cause.Fires fires -> node.put("cause", "fires");
            case Cause.Condition condition -> node.put("cause", "condition");
            case Cause.Taken(var earlier) -> {
                node.put("cause", "taken");
                node.put("by", earlier.name());
            }
            case Cause.NotIndexed(var type, var tried) -> {
                node.put("cause", "not-indexed");
                node.put("type", type);
                node.put("allBut", tried.allBut());
                ArrayNode types = node.putArray("types");
                new TreeSet<>(tried.names()).forEach(types::add);
            }
            case Cause.Disabled disabled -> node.put("cause", "disabled");
            case Cause.BelowPriority(var minimum) -> {
                node.put("cause", "below-priority");
                node.put("minimum", minimum.title());
            }
            case Cause.OtherSource(var source) -> {
                node.put("cause", "other-source");
                node.put("eventSource", source.id());
            }
        }
    }

    private static ArrayNode changes(List<Change> changes) {
        ArrayNode array = JSON.arrayNode();
        for (Change change : changes) {
            ObjectNode node = part(change.part());
            node.put("text", change.text());
            array.add(node);
        }
        return array;
    }

    private static ObjectNode part(Part part) {
        ObjectNode node = JSON.objectNode();
        node.put("kind", kind(part));
        node.put("holds", part.holds());
        node.put("text", part.text());
        node.put("location", part.place().toString());
        switch (part) {
            case Part.Check check -> check(check, node);
            case Part.Excepted exception -> node.put("name", exception.name());
            case Part.Tuple tuple -> {
                node.put("exception", tuple.exception());
                tuple.number().ifPresent(number -> node.put("number", number));
                tuple.reason().ifPresent(reason -> node.put("reason", reason));
            }
            case Part.Junction junction -> {}
            case Part.Negation negation -> {}
            case Part.Macro macro -> {}
        }
        if (!part.parts().isEmpty()) {
            ArrayNode parts = node.putArray("parts");
            part.parts().forEach(each -> parts.add(part(each)));
        }
        return node;
    }

    private static JsonNode value(Value value) {
        return switch (value) {
            case Value.None none -> JSON.nullNode();
            case Value.Bool bool -> JSON.booleanNode(bool.value());
            case Value.Int number -> JSON.numberNode(number.bits());
            case Value.Real real -> JSON.numberNode(real.value());
            case Value.Text text -> JSON.textNode(text.text());
            case Value.Ip ip -> JSON.textNode(ValueText.plain(ip));
            case Value.Many many -> {
                ArrayNode items = JSON.arrayNode();
                many.items().forEach(item -> items.add(value(item)));
                yield items;
            }
        };
    }

    private static String kind(Part part) {
        return switch (part) {
            case Part.Junction junction -> junction.word();
            case Part.Negation negation -> "not";
            case Part.Macro macro -> "macro";
            case Part.Excepted exception -> "exception";
            case Part.Tuple tuple -> "value";
            case Part.Check check -> "check";
        };
    }

    private static void check(Part.Check check, ObjectNode node) {
        ArrayNode saw = node.putArray("saw");
        for (Part.Seen seen : check.seen()) {
            saw.addObject().put("operand", seen.operand()).set("value", value(seen.value()));
        }
        check.absence().ifPresent(why -> node.put("noValue", why));
        check.item().ifPresent(item -> node.putObject(item.matches() ? "matches" : "resembles")
                .put("text", item.text())
                .put("number", item.number())
                .put("location", item.place().toString()));
    }
}
