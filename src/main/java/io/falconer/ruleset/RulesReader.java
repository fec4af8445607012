package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.SourceText;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the documents of a rules file into a collector, item by item, up to the first error (sections 1.1 to 1.3). */
final class RulesReader {
    private static final Set<String> LIST_KEYS = Set.of("list", "items", "append", "override");
    private static final Set<String> MACRO_KEYS = Set.of("macro", "condition", "append", "override");
    private static final Pattern LIST_NAME = Pattern.compile("[^()\"'\\s\\x0B=,]+");
    private static final Pattern MACRO_NAME = Pattern.compile("[a-zA-Z]+[a-zA-Z0-9_]*");

    private final Context file;
    private final Version engine;
    private final Collector collector;
    private final LoadWarnings warnings;
    private final List<LoadedItem> items = new ArrayList<>();

    RulesReader(RulesFile source, Version engine, Collector collector, LoadWarnings warnings) {
        this.file = Context.of(source);
        this.engine = engine;
        this.collector = collector;
        this.warnings = warnings;
    }

    /** The items that were read so far, including one with an error. */
    List<LoadedItem> items() {
        return items;
    }

    void read(List<YamlNode> documents) {
        for (YamlNode document : documents) {
            switch (document) {
                case YamlNode.Sequence items -> items.items().forEach(this::item);
                case YamlNode.Mapping mapping ->
                    throw LoadFailure.of(
                                    LoadCode.LOAD_ERR_YAML_VALIDATE,
                                    "Rules content is not yaml array of objects",
                                    file.resolve()
                                            .shownAt(new Location(file.file().source(), DocumentHints.place(mapping))))
                            .withHint(Optional.of(DocumentHints.of(mapping)));
                case YamlNode.Scalar scalar when scalar.isNull() -> {}
                case YamlNode.Scalar scalar -> throw LoadFailure.structure("Rules content is not yaml", file);
            }
        }
    }

    private void item(YamlNode node) {
        if (node.isNull()) {
            return;
        }
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw LoadFailure.structure(
                    "Unexpected element type. Each element should be a yaml associative array.",
                    file.at(node, ItemType.RULES_CONTENT_ITEM, ""));
        }
        items.add(LoadedItem.of(mapping, file.file().source()));
        if (mapping.get("required_engine_version").isPresent()) {
            RequirementReader.engine(Item.of(mapping, ItemType.REQUIRED_ENGINE_VERSION, "", file), engine);
        } else if (mapping.get("required_plugin_versions").isPresent()) {
            YamlNode plugins = mapping.get("required_plugin_versions").get();
            RequirementReader.plugins(plugins, file).forEach(collector::require);
        } else if (mapping.get("list").isPresent()) {
            list(named(mapping, ItemType.LIST, "list"));
        } else if (mapping.get("macro").isPresent()) {
            macro(named(mapping, ItemType.MACRO, "macro"));
        } else if (mapping.get("rule").isPresent()) {
            new RuleReader(named(mapping, ItemType.RULE, "rule"), collector, warnings).read();
        } else {
            warnings.add(
                    LoadCode.LOAD_UNKNOWN_ITEM,
                    "Unknown top level item",
                    file.at(node, ItemType.RULES_CONTENT_ITEM, ""),
                    Optional.of(LoadHints.item(mapping)));
        }
    }

    /** An item whose name is used in messages as soon as the name has been read. */
    private Item named(YamlNode.Mapping mapping, ItemType type, String key) {
        return Item.of(mapping, type, Item.of(mapping, type, "", file).text(key), file);
    }

    private void list(Item item) {
        String name = item.context().itemName();
        if (!LIST_NAME.matcher(name).matches()) {
            warnings.add(
                    LoadCode.LOAD_INVALID_LIST_NAME,
                    "List has an invalid name. List names should match a regular expression: ([^()\"'[:space:]=,]+)",
                    item.context());
        }
        List<SourceText> items = item.texts("items");
        if (appends(item, "items")) {
            collector.append(name, items, item.context());
        } else {
            collector.define(name, items, item.context());
        }
        item.warnOfKeysBut(LIST_KEYS, warnings);
    }

    private void macro(Item item) {
        String name = item.context().itemName();
        if (!MACRO_NAME.matcher(name).matches()) {
            warnings.add(
                    LoadCode.LOAD_INVALID_MACRO_NAME,
                    "Macro has an invalid name. Macro names should match a regular expression: ([a-zA-Z]+[a-zA-Z0-9_]*)",
                    item.context());
        }
        SourceText condition = item.source("condition");
        Context place = item.part("condition", ItemType.MACRO_CONDITION);
        if (appends(item, "condition")) {
            collector.append(name, condition, item.context());
        } else {
            collector.define(name, condition, item.context(), place);
        }
        item.warnOfKeysBut(MACRO_KEYS, warnings);
    }

    /** Lists and macros have one key that can be overridden. To replace it means to define the item again. */
    private boolean appends(Item item, String key) {
        boolean flag = Overrides.appendFlag(item, warnings);
        Overrides overrides = Overrides.read(item, Set.of(key), Set.of(key), flag);
        return flag || overrides.append().contains(key);
    }
}
