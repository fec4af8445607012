package io.falconer.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.field.EventSource;
import io.falconer.policy.Policy;
import io.falconer.template.BoundRule;
import io.falconer.template.Example;
import io.falconer.template.RuleSubject;
import java.util.List;
import java.util.Optional;

/** An event from a template's example. It has default values for the parts that the example leaves out. */
record ExampleEvent(BoundRule rule, ObjectNode json) {
    /** What Kubernetes puts before the namespace and name of a service account in the name of its user. */
    static final String ACCOUNT = "system:serviceaccount:";

    ExampleEvent {
        json = json.deepCopy();
    }

    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** Whether the object of the request has a namespace. */
    static boolean isNamespaced(Example example) {
        return example.part().path("namespaced").asBoolean(true);
    }

    /** The event of the first example that violates the rule, in a namespace. */
    static Optional<ExampleEvent> violation(Policy policy, BoundRule rule, String namespace) {
        return rule.examples().apply(namespace).violates().stream()
                .findFirst()
                .map(example -> of(policy, rule, example, namespace));
    }

    static ExampleEvent of(Policy policy, BoundRule rule, Example example, String namespace) {
        ObjectNode part = example.part();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        if (rule.source() == EventSource.SYSCALL) {
            event.put("source", "syscall").set("fields", part);
            return new ExampleEvent(rule, event);
        }
        event.put("kind", "Event").put("apiVersion", "audit.k8s.io/v1").put("level", "RequestResponse");
        event.put("auditID", "00000000-0000-4000-8000-000000000000").put("stage", "ResponseComplete");
        String verb = part.path("verb").asText("create");
        event.put("requestURI", "/").put("verb", verb);
        event.putObject("user")
                .put("username", Sender.of(policy))
                .putArray("groups")
                .add("system:authenticated");
        event.putArray("sourceIPs").add("192.0.2.1");
        event.put("userAgent", "falconer");
        event.putObject("responseStatus").put("code", verb.equals("create") ? 201 : 200);
        event.put("requestReceivedTimestamp", "2026-01-01T00:00:00.000000Z");
        event.put("stageTimestamp", "2026-01-01T00:00:00.000000Z");
        if (example.kind() == Example.Kind.REQUEST) {
            request(
                    event,
                    part,
                    isNamespaced(example) ? Optional.of(namespace) : Optional.empty(),
                    policy.view().path());
        } else {
            event.setAll(part);
        }
        return new ExampleEvent(rule, event);
    }

    private static void request(ObjectNode event, ObjectNode part, Optional<String> namespace, String objectPath) {
        ObjectNode reference = event.putObject("objectRef");
        reference.put("resource", part.path("resource").asText()).put("name", "proof");
        namespace.ifPresent(name -> reference.put("namespace", name));
        if (part.has("subresource")) {
            reference.set("subresource", part.get("subresource"));
        }
        if (part.has("object")) {
            event.set(objectPath.substring(1), part.get("object"));
        }
    }

    /** The same event, caused by another user. */
    ExampleEvent by(String user) {
        ObjectNode other = json();
        if (rule.source() == EventSource.SYSCALL) {
            other.withObject("/fields").put("user.name", user);
        } else {
            other.withObject("/user").put("username", user);
        }
        return new ExampleEvent(rule, other);
    }

    /** The same system call with another value of a field. */
    ExampleEvent with(String field, String value) {
        ObjectNode other = json();
        other.withObject("/fields").put(field, value);
        return new ExampleEvent(rule, other);
    }

    /** The values that exceptions match. */
    ExceptionOracle.Facts facts() {
        if (rule.source() == EventSource.SYSCALL) {
            JsonNode fields = json.path("fields");
            List<String> images = text(fields.path("container.image")).stream().toList();
            return new ExceptionOracle.Facts(
                    text(fields.path("k8s.ns.name")),
                    images,
                    images,
                    text(fields.path("user.name")),
                    Optional.empty(),
                    text(fields.path("proc.name")));
        }
        String user = json.path("user").path("username").asText();
        String[] account =
                user.startsWith(ACCOUNT) ? user.substring(ACCOUNT.length()).split(":", -1) : new String[0];
        boolean accounts = account.length == 2 && rule.judged() == RuleSubject.ACCOUNTS;
        return new ExceptionOracle.Facts(
                accounts ? Optional.of(account[0]) : text(json.path("objectRef").path("namespace")),
                List.of(),
                List.of(),
                Optional.of(user),
                accounts ? Optional.of(account[1]) : Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
