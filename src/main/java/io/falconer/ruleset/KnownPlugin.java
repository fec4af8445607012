package io.falconer.ruleset;

import io.falconer.field.EventSource;
import io.falconer.field.Field;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plugin whose fields Falconer knows. The plugins for managed clusters contain a version of k8saudit and have its fields;
 * {@code go.mod} in each release of falcosecurity/plugins names the version. Releases before the first one here do not matter:
 * Falco's own rules require it or a newer one.
 *
 * @param id its name in Falco's configuration and in requirements
 * @param source the source whose events it provides; empty if it only provides fields
 * @param prefixes how the names of its fields begin
 * @param releases the oldest first
 */
public record KnownPlugin(
        String id, Optional<EventSource> source, List<String> prefixes, List<KnownPlugin.Release> releases) {
    /** All of them. Alternatives are next to each other. */
    public static final List<KnownPlugin> ALL = List.of(
            ofAudit("k8saudit", "0.7.0 0.10.0 0.11.0 0.12.0 0.13.0 0.14.0 0.15.0 0.16.0 0.17.0 0.18.0"),
            ofAudit(
                    "k8saudit-eks",
                    "0.4.0=0.7.0 0.5.0=0.10.0 0.6.0=0.11.0 0.7.0=0.12.0 0.8.0=0.13.0 0.9.0=0.15.0 0.10.0=0.16.0"
                            + " 0.11.0=0.17.0 0.12.0=0.18.0"),
            ofAudit(
                    "k8saudit-gke",
                    "0.1.0=0.7.0 0.3.0=0.10.0 0.4.0=0.11.0 0.5.0=0.13.0 0.6.0=0.15.0 0.7.0=0.16.0 0.8.0=0.17.0"
                            + " 0.9.0=0.18.0"),
            ofAudit("k8saudit-aks", "0.1.0=0.12.0 0.2.0=0.13.0 0.3.0=0.15.0 0.4.0=0.16.0 0.5.0=0.17.0 0.6.0=0.18.0"),
            ofAudit("k8saudit-ovh", "0.1.0=0.12.0 0.2.0=0.13.0 0.3.0=0.15.0 0.4.0=0.16.0 0.5.0=0.17.0 0.6.0=0.18.0"),
            new KnownPlugin("json", Optional.empty(), List.of("jevt.", "json."), Release.all("0.7.0 0.7.4")),
            new KnownPlugin(
                    "container",
                    Optional.empty(),
                    List.of("container.", "k8s.", "proc.is_container_"),
                    Release.all("0.2.0 0.7.1")));

    public KnownPlugin {
        prefixes = List.copyOf(prefixes);
        releases = List.copyOf(releases);
    }

    private static KnownPlugin ofAudit(String id, String releases) {
        return new KnownPlugin(id, Optional.of(EventSource.K8S_AUDIT), List.of("ka."), Release.all(releases));
    }

    /**
     * A release that has other fields than the one before it, or the newest.
     *
     * @param fields the version in which its fields appeared: that of k8saudit if it contains k8saudit
     */
    public record Release(Version version, Version fields) {
        private static List<Release> all(String texts) {
            return Stream.of(texts.split(" ")).map(Release::of).toList();
        }

        private static Release of(String text) {
            int equals = text.indexOf('=');
            return new Release(
                    number(equals < 0 ? text : text.substring(0, equals)), number(text.substring(equals + 1)));
        }

        private static Version number(String text) {
            return Version.of(text).orElseThrow(() -> new IllegalStateException(text));
        }
    }

    /** The plugin with this name in Falco's configuration. */
    public static Optional<KnownPlugin> of(String name) {
        return ALL.stream().filter(plugin -> plugin.id.equals(name)).findFirst();
    }

    /** The plugins that provide a field. A rule needs one of them. Empty if Falco itself provides it. */
    public static List<KnownPlugin> providing(Field field) {
        return ALL.stream().filter(plugin -> plugin.isFrom(field)).toList();
    }

    /** The plugins that provide events of a source. Falco loads one of them. Empty if Falco itself provides it. */
    public static List<KnownPlugin> providing(EventSource source) {
        return ALL.stream()
                .filter(plugin -> plugin.source.filter(source::equals).isPresent())
                .toList();
    }

    /** Whether both provide the same fields, so that Falco cannot load both. */
    public boolean isLike(KnownPlugin other) {
        return prefixes.equals(other.prefixes);
    }

    /** The newest version that Falconer knows. It has all fields. */
    public Version newest() {
        return releases.getLast().version();
    }

    /** The lowest version that has all those of {@code fields} that this plugin provides. */
    public Version lowest(Collection<Field> fields) {
        return releases.stream()
                .filter(release -> fields.stream().filter(this::isFrom).allMatch(field -> has(field, release)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(fields.toString()))
                .version();
    }

    /** Whether {@code version} of this plugin provides a field. */
    boolean has(Field field, Version version) {
        return isFrom(field)
                && releases.reversed().stream()
                        .filter(release -> version.compareTo(release.version()) >= 0)
                        .findFirst()
                        .or(() -> Optional.of(releases.getFirst()))
                        .filter(release -> has(field, release))
                        .isPresent();
    }

    private boolean isFrom(Field field) {
        return prefixes.stream().anyMatch(field.name()::startsWith);
    }

    private static boolean has(Field field, Release release) {
        return field.since()
                .flatMap(Version::of)
                .map(since -> release.fields().compareTo(since) >= 0)
                .orElse(true);
    }
}
