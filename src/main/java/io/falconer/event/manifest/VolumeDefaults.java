package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the API server fills into the volumes of a pod or template. */
final class VolumeDefaults {
    /** 0644. */
    private static final int READABLE = 420;

    private static final int AN_HOUR = 3600;

    private VolumeDefaults() {}

    static void fill(ObjectNode volume) {
        if (volume.size() == (volume.has("name") ? 1 : 0)) {
            volume.putObject("emptyDir");
        }
        volume.properties().forEach(source -> {
            if (source.getValue() instanceof ObjectNode given) {
                source(source.getKey(), given);
            }
        });
    }

    private static void source(String kind, ObjectNode source) {
        switch (kind) {
            case "secret", "configMap" -> MissingValues.fill(source, "defaultMode", source.numberNode(READABLE));
            case "downwardAPI" -> {
                MissingValues.fill(source, "defaultMode", source.numberNode(READABLE));
                source.path("items").forEach(ContainerDefaults::fieldRef);
            }
            case "projected" -> {
                MissingValues.fill(source, "defaultMode", source.numberNode(READABLE));
                source.path("sources").forEach(VolumeDefaults::projection);
            }
            case "hostPath" -> MissingValues.fill(source, "type", source.textNode(""));
            case "ephemeral" -> {
                if (source.path("volumeClaimTemplate").path("spec") instanceof ObjectNode claim) {
                    MissingValues.fill(claim, "volumeMode", claim.textNode("Filesystem"));
                }
            }
            case "iscsi" -> MissingValues.fill(source, "iscsiInterface", "default");
            case "rbd" -> {
                MissingValues.fill(source, "pool", "rbd");
                MissingValues.fill(source, "user", "admin");
                MissingValues.fill(source, "keyring", "/etc/ceph/keyring");
            }
            default -> {}
        }
    }

    private static void projection(JsonNode projection) {
        projection.path("downwardAPI").path("items").forEach(ContainerDefaults::fieldRef);
        if (projection.path("serviceAccountToken") instanceof ObjectNode token) {
            MissingValues.fill(token, "expirationSeconds", token.numberNode(AN_HOUR));
        }
    }
}
