package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.ExceptionKey;
import java.util.List;

/** The schema of a policy's exceptions. */
final class ExceptionSchema {
    private static final String DATE = "[+-]?[0-9]{4,10}-[0-9]{2}-[0-9]{2}";
    private static final String NOT_BLANK = "[^ \\t\\r\\n]";

    private final ControlRefShape checks;

    ExceptionSchema(ControlRefShape checks) {
        this.checks = checks;
    }

    ObjectNode node() {
        return new ObjectSchema()
                .required("name", PolicyShapes.dnsLabel(), "The exception's name, a DNS label.")
                .optional(
                        "team",
                        Shapes.text(),
                        "The team that it belongs to: it goes into the team's file, and is confined to its namespaces.")
                .required(
                        "controls",
                        Shapes.filledList(checks.shape()),
                        "The controls that it is an exception from, or checks of them: Kind or Kind/check.")
                .optional("match", match(), "What is excepted; all that is given must hold.")
                .required("reason", Shapes.text().put("pattern", NOT_BLANK), "Why it is needed; the rules repeat it.")
                .optional("owner", Shapes.text(), "Whom to ask.")
                .optional(
                        "expires",
                        Shapes.string(DATE),
                        "The last day on which it holds, as in 2027-03-31; after it, it is left out with a warning.")
                .oneOfThem(List.of(Shapes.given("match", nothing()), Shapes.given("team")))
                .node();
    }

    /** An exception without a match, or with an empty one, would switch the rule off. */
    private static ObjectNode nothing() {
        return Shapes.typed(List.of("object", "null")).put("maxProperties", 0);
    }

    private static ObjectNode match() {
        ObjectSchema match = new ObjectSchema();
        for (ExceptionKey key : ExceptionKey.values()) {
            match.optional(key.id(), shape(key), description(key));
        }
        return match.node();
    }

    private static ObjectNode shape(ExceptionKey key) {
        return switch (key) {
            case IMAGE -> PolicyShapes.image();
            case NAMESPACE -> PolicyShapes.glob();
            case USER, SERVICE_ACCOUNT, PROCESS -> PolicyShapes.constant();
        };
    }

    private static String description(ExceptionKey key) {
        return switch (key) {
            case IMAGE -> "The image: repo, repo:tag, repo@digest or prefix/*.";
            case NAMESPACE -> "A glob of the namespace.";
            case USER -> "Who sent the request.";
            case SERVICE_ACCOUNT -> "The pod's service account; with forbiddenRequest the one that asked.";
            case PROCESS -> "The process's name; system calls only.";
        };
    }
}
