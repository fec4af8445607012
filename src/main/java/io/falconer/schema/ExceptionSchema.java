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
                        "The team of the exception. The team's file contains it, and it is limited to the team's namespaces.")
                .required(
                        "controls",
                        Shapes.filledList(checks.shape()),
                        "The controls, or checks of them, that it is an exception from: Kind or Kind/check.")
                .optional("match", match(), "What is excepted. All given keys must match.")
                .required(
                        "reason",
                        Shapes.text().put("pattern", NOT_BLANK),
                        "Why it is needed. The rules repeat the reason.")
                .optional("owner", Shapes.text(), "Who is responsible.")
                .optional(
                        "expires",
                        Shapes.string(DATE),
                        "The last day on which it is valid, such as 2027-03-31. After this day, it is left out with a warning.")
                .oneOfThem(List.of(Shapes.given("match", nothing()), Shapes.given("team")))
                .node();
    }

    /** An exception without a match, or with an empty match, would disable the rule. */
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
            case NAMESPACE -> "A glob for the namespace.";
            case USER -> "The user who sent the request.";
            case SERVICE_ACCOUNT ->
                "The pod's service account; for forbiddenRequest, the account that sent the request.";
            case PROCESS -> "The name of the process; only for system calls.";
        };
    }
}
