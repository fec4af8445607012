package io.falconer.generate;

import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.plan.GeneratedRule;
import io.falconer.ruleset.Version;
import java.util.Collection;
import java.util.List;

/** The engine and plugins that a rules file requires, derived from its conditions and outputs. */
final class Requirements {
    private final boolean audit;
    private final boolean syscall;
    private final String texts;

    /** @param texts the macros and rules as the file contains them */
    Requirements(Collection<GeneratedRule> rules, String texts) {
        this.audit = rules.stream().anyMatch(rule -> rule.bound().source() == EventSource.K8S_AUDIT);
        this.syscall = rules.stream().anyMatch(rule -> rule.bound().source() == EventSource.SYSCALL);
        this.texts = texts;
    }

    String yaml() {
        StringBuilder out = new StringBuilder();
        out.append("- required_engine_version: ")
                .append(RequiredEngine.of(texts))
                .append('\n');
        if (audit || syscall) {
            out.append("\n- required_plugin_versions:\n");
        }
        if (audit) {
            boolean recent = newest(EventSource.K8S_AUDIT).compareTo(new Version(0, 7, 0)) > 0;
            plugin(out, "k8saudit", recent ? newest(EventSource.K8S_AUDIT).toString() : "0.7.0");
            out.append("      alternatives:\n");
            for (String cloud : recent
                    ? List.of("aks 0.6.0", "eks 0.12.0", "gke 0.9.0", "ovh 0.6.0")
                    : List.of("eks 0.4.0", "gke 0.1.0")) {
                int blank = cloud.indexOf(' ');
                out.append("        - name: k8saudit-").append(cloud, 0, blank).append('\n');
                out.append("          version: ")
                        .append(cloud.substring(blank + 1))
                        .append('\n');
            }
            plugin(out, "json", "0.7.0");
        }
        if (syscall) {
            plugin(out, "container", "0.2.0");
        }
        return out.toString();
    }

    private static void plugin(StringBuilder out, String name, String version) {
        out.append("    - name: ").append(name).append('\n');
        out.append("      version: ").append(version).append('\n');
    }

    /** The newest version that introduced one of the used fields. */
    private Version newest(EventSource source) {
        return FieldCatalogue.of(source).fields().stream()
                .filter(field -> field.name().startsWith("ka.") && texts.contains(field.name()))
                .map(Field::since)
                .flatMap(since -> since.stream().flatMap(text -> Version.of(text).stream()))
                .max(Version::compareTo)
                .orElse(new Version(0, 0, 0));
    }
}
