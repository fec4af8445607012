package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects that already exist in the cluster, as far as they change the pods that are created in it. */
public final class Cluster {
    /** A cluster about which nothing is known. */
    public static final Cluster UNKNOWN = new Cluster(Map.of(), Map.of());

    private final Map<String, List<LimitRange>> limitRanges;
    private final Map<String, JsonNode> pullSecrets;

    private Cluster(Map<String, List<LimitRange>> limitRanges, Map<String, JsonNode> pullSecrets) {
        this.limitRanges = Map.copyOf(limitRanges);
        this.pullSecrets = Map.copyOf(pullSecrets);
    }

    /**
     * The cluster with {@code objects} in it. Objects without a namespace are in {@code namespace}, otherwise in
     * {@code default}. Kinds that never change a pod give a warning with code {@code with-unused}. Namespaces do not, because
     * manifests often contain them next to their objects.
     */
    public static Outcome<Cluster> with(List<ManifestObject> objects, Optional<String> namespace) {
        Map<String, List<LimitRange>> limitRanges = new HashMap<>();
        Map<String, JsonNode> pullSecrets = new HashMap<>();
        List<Diagnostic> warnings = new ArrayList<>();
        for (ManifestObject manifest : objects) {
            ObjectNode object = manifest.object();
            JsonNode metadata = object.path("metadata");
            String own = metadata.path("namespace").asText("");
            String where = own.isEmpty() ? namespace.orElse("default") : own;
            switch (manifest.resource().apiVersion() + "/" + manifest.resource().kind()) {
                case "v1/LimitRange" ->
                    limitRanges.computeIfAbsent(where, key -> new ArrayList<>()).add(LimitRange.of(object));
                case "v1/ServiceAccount" ->
                    pullSecrets.put(where + "/" + metadata.path("name").asText(), object.path("imagePullSecrets"));
                case "v1/Namespace" -> {}
                default -> warnings.add(unused(manifest));
            }
        }
        return Outcome.of(new Cluster(limitRanges, pullSecrets), warnings);
    }

    private static Diagnostic unused(ManifestObject manifest) {
        return Diagnostic.warning(
                        "with-unused",
                        "a " + manifest.resource().kind() + " in the cluster does not change the events",
                        manifest.location())
                .withHint(
                        "--with accepts LimitRanges and ServiceAccounts; to get events for an object, pass it without --with");
    }

    /** Applies to a pod that is created in {@code namespace} what the server's admission plugins do because of the objects. */
    void admit(String namespace, ObjectNode pod) {
        limitRanges.getOrDefault(namespace, List.of()).forEach(range -> range.admit(pod));
        ObjectNode spec = pod.withObject("/spec");
        JsonNode secrets = pullSecrets.get(
                namespace + "/" + spec.path("serviceAccountName").asText());
        if (secrets != null
                && !secrets.isEmpty()
                && spec.path("imagePullSecrets").isEmpty()) {
            spec.set("imagePullSecrets", secrets.deepCopy());
        }
    }
}
