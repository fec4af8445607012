package io.falconer.generate;

import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.ruleset.KnownPlugin;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The engine and plugins that a rules file requires. Falco does not start with a file whose plugins are missing, so a file
 * contains rules of one source, and requires only what these read.
 */
final class Requirements {
    private final EventSource source;
    private final Set<Field> fields;
    private final String items;

    /**
     * The requirements of the rules of one source.
     *
     * @param fields all fields that they read
     * @param items their macros and the rules, as the file contains them
     */
    Requirements(EventSource source, Set<Field> fields, String items) {
        this.source = source;
        this.fields = fields;
        this.items = items;
    }

    String yaml() {
        StringBuilder out = new StringBuilder();
        out.append("- required_engine_version: ")
                .append(RequiredEngine.of(items))
                .append('\n');
        List<List<KnownPlugin>> plugins = plugins();
        if (!plugins.isEmpty()) {
            out.append("\n- required_plugin_versions:\n");
        }
        plugins.forEach(alternatives -> plugin(out, alternatives));
        return out.toString();
    }

    /** The plugins without which the rules do not load, each with those that can take its place. */
    private List<List<KnownPlugin>> plugins() {
        return Stream.concat(
                        Stream.of(KnownPlugin.providing(source)),
                        fields.stream().map(KnownPlugin::providing))
                .filter(alternatives -> !alternatives.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(alternatives -> KnownPlugin.ALL.indexOf(alternatives.getFirst())))
                .toList();
    }

    private void plugin(StringBuilder out, List<KnownPlugin> alternatives) {
        version(out, "    ", alternatives.getFirst());
        if (alternatives.size() > 1) {
            out.append("      alternatives:\n");
            alternatives.stream().skip(1).forEach(other -> version(out, "        ", other));
        }
    }

    private void version(StringBuilder out, String indent, KnownPlugin plugin) {
        out.append(indent).append("- name: ").append(plugin.id()).append('\n');
        out.append(indent).append("  version: ").append(plugin.lowest(fields)).append('\n');
    }
}
