package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The requests for an object of a manifest. */
final class Requests {
    private static final String EPHEMERAL = "ephemeralContainers";

    private final AuditOptions options;
    private final Cluster cluster;
    private final int before;

    /** {@code before} requests have already been sent. Two equal objects are two objects. */
    Requests(AuditOptions options, Cluster cluster, int before) {
        this.options = options;
        this.cluster = cluster;
        this.before = before;
    }

    List<ApiRequest> of(ManifestObject manifest) {
        Resource resource = manifest.resource();
        String namespace = resource.namespaced() ? namespace(manifest.object()) : "";
        ObjectNode sent = manifest.object();
        if (resource.namespaced()) {
            sent.withObject("/metadata").put("namespace", namespace);
        }
        User user = User.named(options.user());
        if (options.verb() == Verb.DELETE) {
            return List.of(deletion(user, resource, namespace, sent));
        }
        if (Workload.isPod(resource)) {
            return pod(user, resource, namespace, sent);
        }
        ObjectNode stored = new Storage(options.instant(), before).store(resource, namespace, sent);
        List<ApiRequest> requests = new ArrayList<>();
        requests.add(request(user, resource, namespace, sent, stored));
        Workload.podOf(resource, stored, options.instant()).ifPresent(pod -> requests.add(controlled(pod, namespace)));
        return requests;
    }

    private List<ApiRequest> pod(User user, Resource resource, String namespace, ObjectNode sent) {
        Optional<ArrayNode> ephemeral = Optional.ofNullable(
                        sent.withObject("/spec").remove(EPHEMERAL))
                .filter(containers -> !containers.isEmpty())
                .map(ArrayNode.class::cast);
        ObjectNode stored = new Storage(options.instant(), before).store(resource, namespace, sent);
        if (options.verb() == Verb.CREATE) {
            cluster.admit(namespace, stored);
        }
        List<ApiRequest> requests = new ArrayList<>();
        requests.add(request(user, resource, namespace, sent, stored));
        ephemeral.ifPresent(containers -> {
            ObjectNode debugged = stored.deepCopy();
            debugged.withObject("/spec").set(EPHEMERAL, containers);
            ObjectNode answer = debugged.deepCopy();
            Defaults.podSpec(answer.withObject("/spec"));
            Verb verb = options.verb() == Verb.CREATE ? Verb.UPDATE : options.verb();
            requests.add(new ApiRequest(
                    user, verb, resource, namespace, name(stored), "ephemeralcontainers", debugged, answer));
        });
        return requests;
    }

    private ApiRequest controlled(ControlledPod pod, String namespace) {
        Resource pods = Resource.of("v1", "Pod");
        ObjectNode stored = new Storage(options.instant(), before + 1).store(pods, namespace, pod.object());
        cluster.admit(namespace, stored);
        return new ApiRequest(
                User.controller(pod.controller()),
                Verb.CREATE,
                pods,
                namespace,
                name(pod.object()),
                "",
                pod.object(),
                stored);
    }

    private ApiRequest request(User user, Resource resource, String namespace, ObjectNode sent, ObjectNode stored) {
        String name = options.verb() == Verb.CREATE ? name(sent) : name(stored);
        return new ApiRequest(user, options.verb(), resource, namespace, name, "", sent, stored);
    }

    private static ApiRequest deletion(User user, Resource resource, String namespace, ObjectNode sent) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "DeleteOptions").put("apiVersion", "v1").put("propagationPolicy", "Background");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("kind", "Status").put("apiVersion", "v1");
        answer.putObject("metadata");
        answer.put("status", "Success");
        ObjectNode details = answer.putObject("details").put("name", name(sent));
        if (!resource.group().isEmpty()) {
            details.put("group", resource.group());
        }
        details.put("kind", resource.plural());
        return new ApiRequest(user, Verb.DELETE, resource, namespace, name(sent), "", body, answer);
    }

    private String namespace(ObjectNode object) {
        String own = object.path("metadata").path("namespace").asText("");
        return options.namespace().orElse(own.isEmpty() ? "default" : own);
    }

    private static String name(ObjectNode object) {
        return object.path("metadata").path("name").asText("");
    }
}
