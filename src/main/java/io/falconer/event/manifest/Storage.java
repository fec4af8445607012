package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the API server does with an object before it stores and returns it. */
final class Storage {
    /** The maximum length of names that the server generates: that of a DNS label. */
    private static final int LONGEST_GENERATED_BASE = 58;

    private final Instant instant;
    private final int version;

    Storage(Instant instant, int version) {
        this.instant = instant;
        this.version = version;
    }

    /** The stored form of {@code sent}: named, identified, with the defaults that are certain in any cluster. */
    ObjectNode store(Resource resource, String namespace, ObjectNode sent) {
        ObjectNode stored = sent.deepCopy();
        ObjectNode metadata = stored.withObject("/metadata");
        String seed = resource.path(namespace) + " " + version + " " + metadata;
        if (metadata.path("name").asText("").isEmpty() && metadata.hasNonNull("generateName")) {
            String base = metadata.path("generateName").asText();
            String cut = base.substring(0, Math.min(base.length(), LONGEST_GENERATED_BASE));
            metadata.put("name", cut + GeneratedNames.suffix(seed, 5));
        }
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        metadata.put("uid", GeneratedNames.uid(seed));
        metadata.put("resourceVersion", String.valueOf(1001 + version));
        metadata.put(
                "creationTimestamp", instant.truncatedTo(ChronoUnit.SECONDS).toString());
        Defaults.fill(resource, stored);
        return stored;
    }
}
