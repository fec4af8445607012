package io.falconer.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.ControlKind;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
import io.falconer.policy.Target;
import io.falconer.policy.View;
import io.falconer.ruleset.Priority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of policies. */
final class PolicySchema {
    private final ControlSchemas controls;
    private final ExceptionSchema exceptions;

    PolicySchema(Map<String, ControlKind> kinds) {
        this.controls = new ControlSchemas(kinds);
        this.exceptions = new ExceptionSchema(new ControlRefShape(kinds));
    }

    ObjectNode node() {
        ObjectNode metadata = new ObjectSchema()
                .required(
                        "name",
                        PolicyShapes.policyName(),
                        "The policy's name: a DNS label that starts with a letter. Names of rules, macros and files start"
                                + " with it.")
                .node();
        ObjectSchema keys = DocumentSchema.keys(PolicyReader.API_VERSION, PolicyReader.KIND, metadata)
                .required("spec", spec(), "What the policy requires.")
                .optional("defaults", SuiteSchema.defaults(), "How tests are judged, unless they override it.")
                .optional("tests", SuiteSchema.tests(), "Tests of the policy's rules, as in a suite.")
                .needs("defaults", "tests");
        Map<String, ObjectNode> definitions = new LinkedHashMap<>(controls.definitions());
        definitions.putAll(SuiteSchema.definitions());
        return DocumentSchema.of(
                "Falconer policy",
                "What is allowed. falconer generate turns it into Falco rules; falconer prove proves them.",
                keys,
                definitions);
    }

    private ObjectNode spec() {
        return new ObjectSchema()
                .optional("match", PolicyShapes.match(), "The namespaces that the policy applies to. Default: all.")
                .optional(
                        "falco",
                        PolicyShapes.falco(),
                        "The Falco that the rules are for: a version such as 0.44, or a range such as 0.42..0.45.")
                .optional(
                        "plugins",
                        PolicyShapes.plugins(),
                        "All plugins that the Falcos have, such as k8saudit:0.16.0. Without a version: the newest.")
                .optional(
                        "priority",
                        PriorityShape.shape(),
                        "The priority of the rules whose control does not set one.",
                        Priority.WARNING.title())
                .optional("tags", Shapes.list(PolicyShapes.tag()), "Tags of all rules, added to Falconer's own.")
                .optional(
                        "view",
                        Shapes.choice(List.copyOf(View.byId().keySet())),
                        "Which form of objects rules check. request: as sent; admitted: after admission, which"
                                + " needs the audit level RequestResponse.",
                        View.REQUEST.id())
                .optional(
                        "targets",
                        Shapes.filledList(
                                Shapes.choice(List.copyOf(Target.byId().keySet()))),
                        "What rules check: pods, and the pod templates of workloads when they are created.",
                        JsonNodeFactory.instance.arrayNode().add(Target.PODS.id()))
                .optional(
                        "maxContainers",
                        Shapes.integer(1, Policy.MOST_CONTAINERS),
                        "How many containers of each kind a rule checks. A pod with more fires a separate rule.",
                        JsonNodeFactory.instance.numberNode(Policy.DEFAULT_MAX_CONTAINERS))
                .required(
                        "controls",
                        Shapes.filledList(controls.anyControl()),
                        "What the policy requires. Each kind may occur once.")
                .optional(
                        "teams",
                        Shapes.filledList(team()),
                        "Teams that may have their own exceptions, and their namespaces.")
                .optional("exceptions", Shapes.filledList(exceptions.node()), "What rules must not fire on, and why.")
                .node();
    }

    private static ObjectNode team() {
        return new ObjectSchema()
                .required(
                        "name",
                        PolicyShapes.dnsLabel(),
                        "The team's name, a DNS label. The file of its exceptions has the same name.")
                .required(
                        "namespaces",
                        Shapes.filledList(PolicyShapes.glob()),
                        "Globs for the team's namespaces. Its exceptions are limited to them.")
                .optional("owner", Shapes.text(), "Who is responsible.")
                .node();
    }
}
