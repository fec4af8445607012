package io.falconer.model;

import static io.falconer.model.JsonTexts.NUMBER;
import static io.falconer.model.JsonTexts.STRING;
import static io.falconer.model.JsonTexts.member;
import static io.falconer.model.JsonTexts.roughList;
import static io.falconer.model.JsonTexts.roughObject;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Regular expressions for the JSON text of a volume, as the type Volume of the API (core/v1) has it. The API
 * server writes the name first. There is at most one source. The API server accepts only labels and annotations in the metadata
 * of a claim's template.
 */
public final class VolumeTexts {
    private static final String BOOLEAN = "true|false";
    private static final String TEXTS = roughObject(STRING + ":" + STRING);
    private static final String LIST = roughList(STRING);
    private static final String SELECTOR = roughObject(member("matchLabels", TEXTS) + "|"
            + member(
                    "matchExpressions",
                    roughList(roughObject(member("key|operator", STRING) + "|" + member("values", LIST)))));
    private static final String FILES =
            member("items", roughList(roughObject(member("key|path", STRING) + "|" + member("mode", NUMBER))));
    private static final String FIELDS = member(
            "items",
            roughList(roughObject(member("path", STRING) + "|" + member("mode", NUMBER) + "|"
                    + member("fieldRef", roughObject(member("apiVersion|fieldPath", STRING))) + "|"
                    + member("resourceFieldRef", roughObject(member("containerName|divisor|resource", STRING))))));
    private static final String OPTIONAL = member("optional", BOOLEAN);
    private static final String MODE = member("defaultMode", NUMBER);
    private static final String TOKEN =
            roughObject(member("audience|path", STRING) + "|" + member("expirationSeconds", NUMBER));
    private static final String TRUST_BUNDLE = roughObject(
            member("name|path|signerName", STRING) + "|" + member("labelSelector", SELECTOR) + "|" + OPTIONAL);
    private static final String CERTIFICATE =
            roughObject(member("certificateChainPath|credentialBundlePath|keyPath|keyType|signerName", STRING) + "|"
                    + member("maxExpirationSeconds", NUMBER) + "|" + member("userAnnotations", TEXTS));
    private static final String PROJECTION = roughObject(
            member("configMap|secret", roughObject(member("name", STRING) + "|" + FILES + "|" + OPTIONAL)) + "|"
                    + member("downwardAPI", roughObject(FIELDS)) + "|" + member("serviceAccountToken", TOKEN) + "|"
                    + member("clusterTrustBundle", TRUST_BUNDLE) + "|" + member("podCertificate", CERTIFICATE));
    private static final String CLAIM = roughObject(member("accessModes", LIST) + "|" + member("selector", SELECTOR)
            + "|"
            + member("resources", roughObject(member("limits|requests", TEXTS))) + "|"
            + member("dataSource|dataSourceRef", roughObject(member("apiGroup|kind|name|namespace", STRING))) + "|"
            + member("storageClassName|volumeAttributesClassName|volumeMode|volumeName", STRING));
    private static final String CLAIM_METADATA =
            roughObject(member("annotations|labels", TEXTS) + "|" + member("creationTimestamp", "null"));

    /** The fields of sources by their types. */
    private static final SortedMap<String, String> SOURCES = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "configMap", member("name", STRING) + "|" + FILES + "|" + MODE + "|" + OPTIONAL,
            "secret", member("secretName", STRING) + "|" + FILES + "|" + MODE + "|" + OPTIONAL,
            "downwardAPI", FIELDS + "|" + MODE,
            "projected", member("sources", roughList(PROJECTION)) + "|" + MODE,
            "emptyDir", member("medium|sizeLimit", STRING),
            "persistentVolumeClaim", member("claimName", STRING) + "|" + member("readOnly", BOOLEAN),
            "ephemeral",
                    member(
                            "volumeClaimTemplate",
                            roughObject(member("metadata", CLAIM_METADATA) + "|" + member("spec", CLAIM))),
            "csi",
                    member("driver|fsType", STRING) + "|" + member("readOnly", BOOLEAN) + "|"
                            + member("volumeAttributes", TEXTS) + "|"
                            + member("nodePublishSecretRef", roughObject(member("name", STRING))))));

    /** How deep objects and lists in sources of other types are, at most. Those that Kubernetes has today are less deep. */
    private static final int DEPTH = 3;

    /** A source of another type. An object hostPath is only there as a type. */
    private static final String OTHER = JsonTexts.anyObject(DEPTH, JsonTexts.nameOtherThan(List.of("hostPath")));

    private static final String NAME = "\"name\":\"[-a-z0-9]+\"";

    private VolumeTexts() {}

    /** Any volume. */
    public static String all() {
        return "\\{" + NAME + "(,(" + sourceOtherThan(List.of()) + "))?\\}";
    }

    /** A volume of a type. */
    public static String of(String type) {
        String source = SOURCES.containsKey(type) ? roughObject(SOURCES.get(type)) : OTHER;
        return "\\{" + NAME + ",\"" + type + "\":" + source + "\\}";
    }

    /** A volume of a type that is none of {@code types}. Kubernetes need not have the type yet. */
    public static String otherThan(Collection<String> types) {
        return "\\{" + NAME + ",(" + sourceOtherThan(types) + ")\\}";
    }

    private static String sourceOtherThan(Collection<String> types) {
        Set<String> known = new TreeSet<>(types);
        known.addAll(SOURCES.keySet());
        StringBuilder source = new StringBuilder(JsonTexts.nameOtherThan(known) + ":" + OTHER);
        SOURCES.forEach((type, fields) -> {
            if (!types.contains(type)) {
                source.append("|\"").append(type).append("\":").append(roughObject(fields));
            }
        });
        return source.toString();
    }
}
