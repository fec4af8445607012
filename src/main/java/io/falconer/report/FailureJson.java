package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.engine.Alert;
import io.falconer.event.Origin;
import io.falconer.suite.Difference;
import io.falconer.suite.Expectation;
import io.falconer.suite.Failure;
import io.falconer.suite.NearMiss;
import io.falconer.suite.RuleName;
import io.falconer.suite.Silence;
import io.falconer.suite.TestCase;
import io.falconer.text.Diagnostic;
import java.util.List;
import java.util.Locale;

/** What tests expect, what happened, and what differs, as JSON. */
final class FailureJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FailureJson() {}

    /** The rules that must fire and how, and {@code count: 0} for those that must not. */
    static ArrayNode expected(TestCase test) {
        ArrayNode array = JSON.arrayNode();
        for (Expectation expectation : test.expect()) {
            ObjectNode node = array.addObject();
            node.put("rule", expectation.rule());
            expectation.count().ifPresent(c -> node.put("count", c));
            expectation.priority().ifPresent(p -> node.put("priority", p.title()));
            expectation.output().ifPresent(m -> node.put("output", m.shown()));
            if (!expectation.fields().isEmpty()) {
                ObjectNode fields = node.putObject("output_fields");
                expectation
                        .fields()
                        .forEach(f -> fields.put(f.field(), f.matcher().shown()));
            }
        }
        for (RuleName silent : test.silent()) {
            array.addObject().put("rule", silent.name()).put("count", 0);
        }
        return array;
    }

    static ArrayNode alerts(List<Alert> alerts) {
        ArrayNode array = JSON.arrayNode();
        for (Alert alert : alerts) {
            ObjectNode node = array.addObject();
            node.put("rule", alert.rule().name());
            node.put("priority", alert.rule().priority().title());
            node.put("output", alert.message());
            node.set("event", origin(alert.event().origin()));
        }
        return array;
    }

    /** One item for each difference, with its rule, the place of the expectation, and why a rule was silent. */
    static ArrayNode differences(List<Failure> failures) {
        ArrayNode array = JSON.arrayNode();
        for (Failure failure : failures) {
            for (Difference difference : failure.differences()) {
                ObjectNode node = array.addObject();
                node.put("rule", failure.rule());
                node.put("what", difference.what());
                node.put("expected", difference.expected());
                node.put("actual", difference.actual());
                failure.place().ifPresent(p -> node.put("location", p.toString()));
                switch (failure) {
                    case Failure.StayedSilent f -> node.set("silences", silences(f.silences()));
                    case Failure.FiredOtherwise f -> node.set("alerts", alerts(List.of(f.closest())));
                    case Failure.FiredTimes f -> {
                        node.set("alerts", alerts(f.alerts()));
                        if (!f.silences().isEmpty()) {
                            node.set("silences", silences(f.silences()));
                        }
                    }
                    case Failure.FiredUnasked f -> {
                        node.set("alerts", alerts(f.alerts()));
                        if (!f.nearMisses().isEmpty()) {
                            node.set("nearMisses", nearMisses(f.nearMisses()));
                        }
                    }
                }
            }
        }
        return array;
    }

    static ArrayNode errors(List<Diagnostic> errors) {
        ArrayNode array = JSON.arrayNode();
        for (Diagnostic error : errors) {
            ObjectNode node = array.addObject();
            node.put("code", error.code());
            node.put("message", error.message());
            error.location().ifPresent(l -> node.put("location", l.toString()));
            error.hint().ifPresent(h -> node.put("hint", h));
        }
        return array;
    }

    private static ArrayNode silences(List<Silence> silences) {
        ArrayNode array = JSON.arrayNode();
        for (Silence silence : silences) {
            ObjectNode node = array.addObject();
            node.put("cause", silence.cause().name().toLowerCase(Locale.ROOT));
            silence.event().ifPresent(e -> node.set("event", origin(e)));
            ArrayNode reasons = node.putArray("reasons");
            silence.reasons()
                    .forEach(r -> reasons.addObject().put("check", r.check()).put("saw", r.saw()));
        }
        return array;
    }

    private static ArrayNode nearMisses(List<NearMiss> misses) {
        ArrayNode array = JSON.arrayNode();
        for (NearMiss miss : misses) {
            ObjectNode node = array.addObject();
            node.put("exception", miss.exception());
            node.put("location", miss.value().toString());
            node.put("check", miss.reason().check());
            node.put("saw", miss.reason().saw());
            node.set("event", origin(miss.event()));
        }
        return array;
    }

    static ObjectNode origin(Origin origin) {
        ObjectNode node = JSON.objectNode();
        node.put("path", origin.path());
        node.put("line", origin.line());
        origin.index().ifPresent(i -> node.put("index", i));
        return node;
    }
}
