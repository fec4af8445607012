package io.falconer.ruleset;

import io.falconer.field.Dialect;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.yaml.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How to fix the name of a field that a source does not have. */
final class FieldHints {
    /** Fields of system calls, and the equivalent fields of audit events. */
    private static final Map<String, String> IN_AUDIT = Map.ofEntries(
            Map.entry("k8s.ns.name", "ka.target.namespace"),
            Map.entry("k8s.pod.name", "ka.target.name"),
            Map.entry("k8s.pod.label", "jevt.value[/requestObject/metadata/labels/...]"),
            Map.entry("user.name", "ka.user.name"),
            Map.entry("user.loginname", "ka.user.name"),
            Map.entry("group.name", "ka.user.groups"),
            Map.entry("evt.type", "ka.verb"),
            Map.entry("evt.res", "ka.response.code"),
            Map.entry("proc.cmdline", "ka.uri.param[command]"),
            Map.entry("proc.name", "ka.useragent"),
            Map.entry("fd.sip", "jevt.value[/sourceIPs/0]"),
            Map.entry("fd.cip", "jevt.value[/sourceIPs/0]"),
            Map.entry("container.name", "ka.req.pod.containers.name"),
            Map.entry("container.image", "ka.req.pod.containers.image"),
            Map.entry("container.image.repository", "ka.req.pod.containers.image.repository"),
            Map.entry("container.privileged", "ka.req.pod.containers.privileged"),
            Map.entry("container.host_network", "ka.req.pod.host_network"),
            Map.entry("container.host_pid", "ka.req.pod.host_pid"),
            Map.entry("container.host_ipc", "ka.req.pod.host_ipc"));

    private static final Map<String, String> IN_SYSTEM_CALLS = Map.of(
            "ka.target.namespace", "k8s.ns.name",
            "ka.target.pod.name", "k8s.pod.name",
            "ka.user.name", "user.name",
            "ka.req.pod.containers.image", "container.image",
            "ka.req.pod.containers.image.repository", "container.image.repository",
            "ka.req.pod.containers.privileged", "container.privileged");

    private FieldHints() {}

    /** For a field that rules of {@code source} cannot use in {@code dialect}. */
    static Optional<String> of(String written, EventSource source, Dialect dialect) {
        int open = written.indexOf('[');
        return FieldCatalogue.of(source)
                .find(open < 0 ? written : written.substring(0, open))
                .filter(field -> dialect.catalogue(source).find(field.name()).isEmpty())
                .flatMap(field -> ofPlugin(field, dialect))
                .or(() -> of(written, source));
    }

    /** For a field whose plugin is not loaded, or only in an older version. */
    private static Optional<String> ofPlugin(Field field, Dialect dialect) {
        return KnownPlugin.providing(field).stream().findFirst().map(plugin -> field.since()
                .filter(since -> dialect.source(EventSource.K8S_AUDIT.id()).isPresent())
                .map(since -> plugin.id() + " has " + field.name() + " since " + plugin.lowest(List.of(field))
                        + "; --plugins names an older version")
                .orElseGet(() -> notNamed(plugin, field.name())));
    }

    /** For what only {@code plugin} provides. */
    static String notNamed(KnownPlugin plugin, String provided) {
        return "the plugin " + plugin.id() + " provides " + provided + ", and --plugins does not name it";
    }

    private static Optional<String> of(String field, EventSource source) {
        boolean isAudit = source == EventSource.K8S_AUDIT;
        EventSource other = isAudit ? EventSource.SYSCALL : EventSource.K8S_AUDIT;
        if (FieldCatalogue.of(other).find(field).isPresent()) {
            Optional<String> counterpart = Optional.ofNullable((isAudit ? IN_AUDIT : IN_SYSTEM_CALLS).get(field));
            return Optional.of(
                    field + " is a field of source " + other.id() + ", and this rule's source is " + source.id()
                            + counterpart
                                    .map(name -> ", which has " + name + " instead")
                                    .orElse("")
                            + (isAudit ? "" : "; a rule for audit events says \"source: k8s_audit\""));
        }
        return Nearest.to(
                        field,
                        FieldCatalogue.of(source).fields().stream()
                                .map(Field::name)
                                .toList())
                .map(near -> "did you mean \"" + near + "\"?");
    }
}
