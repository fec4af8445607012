package io.falconer.generate;

import java.util.List;

/**
 * The engine and plugins that a rules file requires. Falco does not start with a file whose plugins are missing, so a file
 * contains rules of one source, and requires only what these read.
 */
final class Requirements {
    private Requirements() {}

    static String yaml(RequiredEngine engine, List<PluginNeed> plugins) {
        StringBuilder out = new StringBuilder();
        out.append("- required_engine_version: ").append(engine.version()).append('\n');
        if (!plugins.isEmpty()) {
            out.append("\n- required_plugin_versions:\n");
        }
        plugins.forEach(need -> plugin(out, need.alternatives()));
        return out.toString();
    }

    private static void plugin(StringBuilder out, List<PluginNeed.Alternative> alternatives) {
        version(out, "    ", alternatives.getFirst());
        if (alternatives.size() > 1) {
            out.append("      alternatives:\n");
            alternatives.stream().skip(1).forEach(other -> version(out, "        ", other));
        }
    }

    private static void version(StringBuilder out, String indent, PluginNeed.Alternative plugin) {
        out.append(indent).append("- name: ").append(plugin.plugin().id()).append('\n');
        out.append(indent).append("  version: ").append(plugin.lowest()).append('\n');
    }
}
