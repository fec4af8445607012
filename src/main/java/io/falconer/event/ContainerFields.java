package io.falconer.event;

import static io.falconer.event.DocumentField.reading;

import io.falconer.event.json.Json;
import io.falconer.event.json.Key;
import io.falconer.event.json.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** The fields of one family of containers: containers, initContainers or ephemeralContainers. */
final class ContainerFields {
    private static final Key HOST_PORT = Key.of("hostPort");
    private static final Key CONTAINER_PORT = Key.of("containerPort");

    private final KeyPath containers;

    private ContainerFields(String family) {
        this.containers = KeyPath.of("requestObject", "spec", family);
    }

    static Map<String, AuditFields.Binding> table(String family) {
        var fields = new ContainerFields(family);
        var table = new HashMap<String, AuditFields.Binding>();
        String prefix = "ka.req.pod." + family + ".";
        fields.leaves().forEach((leaf, binding) -> table.put(prefix + leaf, binding));
        return table;
    }

    private Map<String, AuditFields.Binding> leaves() {
        return Map.ofEntries(
                Map.entry("name", ArrayPathFields.strict(containers.then("name"), UnaryOperator.identity())),
                Map.entry("image", ArrayPathFields.strict(containers.then("image"), UnaryOperator.identity())),
                Map.entry(
                        "image.repository",
                        ArrayPathFields.strict(containers.then("image"), ContainerFields::repository)),
                Map.entry("command", joined("command")),
                Map.entry("args", joined("args")),
                Map.entry("host_port", ports()),
                Map.entry("privileged", security("privileged")),
                Map.entry("allow_privilege_escalation", security("allowPrivilegeEscalation")),
                Map.entry("read_only_fs", security("readOnlyRootFilesystem")),
                Map.entry("run_as_user", security("runAsUser")),
                Map.entry("run_as_group", security("runAsGroup")),
                Map.entry("proc_mount", security("procMount")),
                Map.entry("add_capabilities", security("capabilities", "add")),
                Map.entry("eff_run_as_user", effective("runAsUser")),
                Map.entry("eff_run_as_group", effective("runAsGroup")));
    }

    /** How Falco removes tag and digest. It treats a registry's port as a tag (section 6.4). */
    static String repository(String image) {
        String untagged = before(image, ':');
        return before(untagged, '@');
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private AuditFields.Binding security(String... path) {
        return ArrayPathFields.skipping(containers.then("securityContext").then(path));
    }

    /** The strings of an array joined with blanks, for each container that has it. */
    private AuditFields.Binding joined(String key) {
        KeyPath path = containers.then(key);
        return argument -> {
            OptionalInt index = ArrayPathFields.index(argument);
            return reading(path, document -> {
                var joined = new ArrayList<Value.Scalar>();
                for (Json array : path.found(document, index)) {
                    if (array.kind() != Kind.ARRAY || !array.allItems(item -> item.kind() == Kind.STRING)) {
                        return Value.None.NONE;
                    }
                    var words = new StringJoiner(" ");
                    array.items().forEach(item -> words.add(item.text()));
                    joined.add(Value.text(words.toString()));
                }
                return Value.many(joined);
            });
        };
    }

    /** hostPort of each port, or its containerPort, which is also the host's port in the host's network. */
    private AuditFields.Binding ports() {
        KeyPath path = containers.then("ports");
        return argument -> {
            OptionalInt index = ArrayPathFields.index(argument);
            return reading(path, document -> {
                var ports = new ArrayList<Json>();
                for (Json array : path.found(document, index)) {
                    if (array.kind() != Kind.ARRAY) {
                        return Value.None.NONE;
                    }
                    array.items().forEach(port -> port.get(HOST_PORT)
                            .or(() -> port.get(CONTAINER_PORT))
                            .ifPresent(ports::add));
                }
                return Value.list(ports);
            });
        };
    }

    /**
     * The setting of each container, or else that of the pod, read from a place that contains neither: next to the security
     * contexts, not in them (section 6.3). With an index, the pod's setting is not used.
     */
    private AuditFields.Binding effective(String key) {
        KeyPath ofPod = KeyPath.of("requestObject", "spec", key);
        KeyPath ofContainers = containers.then(key);
        return argument -> {
            OptionalInt index = ArrayPathFields.index(argument);
            return reading(List.of(ofPod, ofContainers), document -> {
                String fallback = ofPod.in(document).map(Json::text).orElse("0");
                Optional<List<Optional<Json>>> found = ofContainers.walk(document, index);
                return Value.many(found.orElse(List.of()).stream()
                        .map(value -> Value.text(value.map(Json::text).orElse(fallback)))
                        .toList());
            });
        };
    }
}
