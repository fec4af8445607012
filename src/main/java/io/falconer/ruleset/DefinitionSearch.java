package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.RulesYaml;
import io.falconer.yaml.YamlNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Searches a file for the item that defines something. The file is not loaded, and may not be a rules file. */
public final class DefinitionSearch {
    private DefinitionSearch() {}

    /** The item of {@code file} that defines a rule, macro or list. */
    public static Optional<Location> in(SourceFile file, ItemType type, String name) {
        return file.text().contains(name)
                ? EmbeddedRules.in(file).stream()
                        .flatMap(text -> items(text.source()))
                        .filter(item -> item.type() == type && item.name().equals(name) && item.defines())
                        .map(LoadedItem::location)
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<LoadedItem> items(SourceFile file) {
        Stream<YamlNode> documents = RulesYaml.read(file) instanceof RulesYaml.Reading.Documents read
                ? read.nodes().stream()
                : Stream.empty();
        return documents
                .flatMap(document ->
                        document instanceof YamlNode.Sequence items ? items.items().stream() : Stream.empty())
                .flatMap(item -> item instanceof YamlNode.Mapping mapping
                        ? Stream.of(LoadedItem.of(mapping, file))
                        : Stream.empty());
    }
}
