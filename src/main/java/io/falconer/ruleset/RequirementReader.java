package io.falconer.ruleset;

import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the engine and plugins that a rules file requires (section 1.3). */
final class RequirementReader {
    private RequirementReader() {}

    /** Refuses the file if {@code engine} does not satisfy its requirement. */
    static void engine(Item item, Version engine) {
        String text = item.text("required_engine_version");
        OptionalLong minor = YamlCpp.unsigned(text);
        Version required = minor.isPresent()
                ? new Version(engine.major(), minor.getAsLong(), engine.patch())
                : Version.of(text)
                        .orElseThrow(() -> LoadFailure.structure(
                                "Unable to parse engine version '" + text
                                        + "' as a semver string. Expected \"x.y.z\" semver format.",
                                item.context()));
        if (!engine.serves(required)) {
            throw LoadFailure.invalid(
                            "Rules require engine version " + required + ", but engine version is " + engine,
                            item.context())
                    .withHint(Optional.of("if your Falco has a newer engine, declare it with --falco-engine-version"));
        }
    }

    /** The plugins that {@code item}, an entry of the file, requires, one after the other. */
    static List<PluginRequirement> plugins(YamlNode node, Context file) {
        Context context = file.at(node, ItemType.REQUIRED_PLUGIN_VERSIONS, "");
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw LoadFailure.structure("Value of required_plugin_versions must be a sequence", context);
        }
        return sequence.items().stream().map(entry -> plugin(entry, context)).toList();
    }

    private static PluginRequirement plugin(YamlNode node, Context parent) {
        ItemType type = ItemType.REQUIRED_PLUGIN_VERSIONS_ENTRY;
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw LoadFailure.structure("Plugin version must be a mapping", parent.at(node, type, ""));
        }
        Item item = named(mapping, type, parent);
        List<Item> choices = new ArrayList<>(List.of(item));
        item.text("version");
        item.get("alternatives").ifPresent(others -> {
            if (!(others instanceof YamlNode.Sequence sequence)) {
                throw LoadFailure.structure("Value of plugin version alternatives must be a sequence", item.context());
            }
            sequence.items().forEach(other -> choices.add(alternative(other, item.context())));
        });
        return requirement(choices, item.context());
    }

    private static Item alternative(YamlNode node, Context parent) {
        ItemType type = ItemType.REQUIRED_PLUGIN_VERSIONS_ALTERNATIVE;
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw LoadFailure.structure("Plugin version alternative must be a mapping", parent.at(node, type, ""));
        }
        Item item = named(mapping, type, parent);
        item.text("version");
        return item;
    }

    private static Item named(YamlNode.Mapping mapping, ItemType type, Context parent) {
        return Item.of(mapping, type, Item.of(mapping, type, "", parent).text("name"), parent);
    }

    private static PluginRequirement requirement(List<Item> choices, Context context) {
        List<PluginRequirement.Alternative> alternatives = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Item choice : choices) {
            String name = choice.text("name");
            String text = choice.text("version");
            Version version = Version.of(text)
                    .orElseThrow(() -> LoadFailure.invalid(
                            "Invalid required version '" + text + "' for plugin '" + name + "'", context));
            if (!names.add(name)) {
                throw LoadFailure.invalid(
                        "Defined multiple alternative version requirements for plugin '" + name + "'", context);
            }
            alternatives.add(new PluginRequirement.Alternative(name, text, version));
        }
        return new PluginRequirement(alternatives, context.location());
    }
}
