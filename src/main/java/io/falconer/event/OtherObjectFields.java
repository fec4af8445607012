package io.falconer.event;

import static io.falconer.event.DocumentField.reading;

import io.falconer.event.json.Json;
import io.falconer.event.json.Kind;
import io.falconer.event.json.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The fields of volumes, roles and services, and the deprecated ones of containers (section 6.3). */
final class OtherObjectFields {
    static final String HAS_HOST_PATH = "ka.req.volume.hostpath";

    private static final KeyPath SPEC = KeyPath.of("requestObject", "spec");
    private static final KeyPath VOLUMES = SPEC.then("volumes");
    private static final KeyPath PRIVILEGED = SPEC.then("containers", "securityContext", "privileged");
    private static final KeyPath RULES = KeyPath.of("requestObject", "rules");

    private OtherObjectFields() {}

    static Map<String, AuditFields.Binding> table() {
        return Map.ofEntries(
                Map.entry("ka.req.pod.volumes.hostpath", ArrayPathFields.skipping(VOLUMES.then("hostPath", "path"))),
                Map.entry(
                        "ka.req.pod.volumes.flexvolume_driver",
                        ArrayPathFields.skipping(VOLUMES.then("flexVolume", "driver"))),
                Map.entry("ka.req.pod.volumes.volume_type", OtherObjectFields::volumeTypes),
                Map.entry(HAS_HOST_PATH, argument -> hasHostPath(argument, OptionalInt.empty())),
                Map.entry("ka.req.role.rules.apiGroups", ArrayPathFields.flattened(RULES.then("apiGroups"))),
                Map.entry("ka.req.role.rules.resources", ArrayPathFields.flattened(RULES.then("resources"))),
                Map.entry("ka.req.role.rules.verbs", ArrayPathFields.flattened(RULES.then("verbs"))),
                Map.entry(
                        "ka.req.role.rules.nonResourceURLs", ArrayPathFields.flattened(RULES.then("nonResourceURLs"))),
                // Falco searches for the event's source addresses among the rules of a role.
                Map.entry("ka.sourceips", ArrayPathFields.flattened(RULES.then("sourceIPs"))),
                Map.entry("ka.req.service.ports", ArrayPathFields.skipping(SPEC.then("ports"))),
                Map.entry("ka.req.container.image", argument -> firstImage(UnaryOperator.identity())),
                Map.entry("ka.req.container.image.repository", argument -> firstImage(ContainerFields::repository)),
                Map.entry(
                        "ka.req.container.privileged",
                        argument -> reading(PRIVILEGED, OtherObjectFields::anyPrivileged)));
    }

    private static DocumentField volumeTypes(Optional<String> argument) {
        OptionalInt index = ArrayPathFields.index(argument);
        return reading(
                VOLUMES,
                document -> Value.many(VOLUMES.found(document, index).stream()
                        .flatMap(volumes -> elements(volumes, index))
                        .flatMap(volume -> volume.members().stream())
                        .map(Member::key)
                        .filter(key -> !key.equals("name"))
                        .map(Value::text)
                        .toList()));
    }

    /**
     * The element at the index, or all elements, including those of arrays within arrays; the value itself if it is not an
     * array.
     */
    private static Stream<Json> elements(Json value, OptionalInt index) {
        if (value.kind() != Kind.ARRAY) {
            return Stream.of(value);
        }
        return index.isPresent()
                ? value.at(index.getAsInt()).stream()
                : value.items().stream().flatMap(item -> elements(item, index));
    }

    /** The same if Falco asks plugins for the first element although a key is given. */
    static DocumentField hasFirstHostPath(Optional<String> argument) {
        return hasHostPath(argument, OptionalInt.of(0));
    }

    /** Whether a volume mounts the path of the argument; with a trailing star, a path that starts with it. */
    private static DocumentField hasHostPath(Optional<String> argument, OptionalInt index) {
        String wanted = argument.orElse("");
        KeyPath path = VOLUMES.then("hostPath", "path");
        return reading(path, document -> path.walk(document, index)
                .map(found -> found.stream().flatMap(Optional::stream).map(Json::text))
                .map(paths -> paths.anyMatch(text -> matches(text, wanted)))
                .<Value>map(some -> Value.text(String.valueOf(some)))
                .orElse(Value.None.NONE));
    }

    private static boolean matches(String path, String wanted) {
        return path.equals(wanted)
                || (wanted.endsWith("*") && path.startsWith(wanted.substring(0, wanted.length() - 1)));
    }

    private static DocumentField firstImage(UnaryOperator<String> change) {
        KeyPath path = SPEC.then("containers", "image");
        DocumentField image = ArrayPathFields.strict(path, change).to(Optional.of("0"));
        return reading(
                path,
                document -> image.of(document) instanceof Value.Many(List<Value.Scalar> items)
                        ? items.getFirst()
                        : Value.None.NONE);
    }

    private static Value anyPrivileged(Json document) {
        return PRIVILEGED
                .walk(document, OptionalInt.empty())
                .map(found -> found.stream().flatMap(Optional::stream))
                .map(settings -> settings.anyMatch(setting -> setting.kind() == Kind.TRUE))
                .<Value>map(some -> Value.text(String.valueOf(some)))
                .orElse(Value.None.NONE);
    }
}
