package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.SourceText;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A mapping of a rules file, read with yaml-cpp's conversions and Falco's error messages (section 1.2). */
record Item(YamlNode.Mapping node, Context context) {
    /** The same mapping, reported as {@code type} named {@code name} within {@code parent}. */
    static Item of(YamlNode.Mapping node, ItemType type, String name, Context parent) {
        return new Item(node, parent.at(node, type, name));
    }

    /** Whether the key is present, even with a null. */
    boolean has(String key) {
        return node.get(key).isPresent();
    }

    Optional<YamlNode> get(String key) {
        return node.get(key);
    }

    String text(String key) {
        return scalar(key).text();
    }

    /** The text with its origins. */
    SourceText source(String key) {
        return scalar(key).source();
    }

    Optional<SourceText> optionalSource(String key) {
        return has(key) ? Optional.of(source(key)) : Optional.empty();
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    boolean bool(String key) {
        YamlNode.Scalar scalar = scalar(key);
        return YamlCpp.bool(scalar.text()).orElseThrow(() -> undecodable(key, scalar));
    }

    Optional<Boolean> optionalBool(String key) {
        return has(key) ? Optional.of(bool(key)) : Optional.empty();
    }

    /** Checks a number that has no effect on events. */
    void optionalUnsigned(String key) {
        if (has(key)) {
            YamlNode.Scalar scalar = scalar(key);
            if (YamlCpp.unsigned(scalar.text()).isEmpty()) {
                throw undecodable(key, scalar);
            }
        }
    }

    /** A list of scalars under a required key. */
    List<SourceText> texts(String key) {
        YamlNode value = get(key).orElseThrow(() -> missing(key));
        Context place = context.at(value, ItemType.VALUE_FOR, key);
        if (!(value instanceof YamlNode.Sequence sequence)) {
            throw LoadFailure.structure("Value is not a sequence", place);
        }
        List<SourceText> texts = new ArrayList<>(sequence.items().size());
        for (YamlNode item : sequence.items()) {
            if (!(item instanceof YamlNode.Scalar scalar) || item.isNull()) {
                throw LoadFailure.structure("sequence value is not scalar", place.at(item, ItemType.LIST_ITEM, ""));
            }
            texts.add(scalar.source());
        }
        return texts;
    }

    List<SourceText> optionalTexts(String key) {
        return has(key) ? texts(key) : List.of();
    }

    /** Warns about each key outside {@code known}. */
    void warnOfKeysBut(Set<String> known, LoadWarnings warnings) {
        for (Entry entry : node.entries()) {
            if (!known.contains(entry.name())) {
                String message = "Unknown key '" + entry.name() + "'. The key will be ignored.";
                Optional<String> hint = LoadHints.name(entry.name(), known);
                Location key =
                        new Location(context.location().source(), entry.key().span());
                warnings.add(new LoadIssue(
                                LoadCode.LOAD_UNKNOWN_KEY,
                                message,
                                context.resolve().shownAt(key))
                        .withHint(hint));
            }
        }
    }

    /** The place of a key's value, for later errors. The key must exist. */
    Context part(String key, ItemType type) {
        return context.at(get(key).orElseThrow(() -> missing(key)), type, "");
    }

    private YamlNode.Scalar scalar(String key) {
        YamlNode value = get(key).orElseThrow(() -> missing(key));
        if (value.isNull()) {
            throw LoadFailure.structure("Mapping for key '" + key + "' is empty", context);
        }
        Context place = context.at(value, ItemType.VALUE_FOR, key);
        if (!(value instanceof YamlNode.Scalar scalar)) {
            throw LoadFailure.structure("Value is not a scalar value", place);
        }
        if (scalar.text().isEmpty()) {
            throw LoadFailure.structure("Value must be non-empty", place);
        }
        return scalar;
    }

    LoadFailure missing(String key) {
        return LoadFailure.structure("Item has no mapping for key '" + key + "'", context);
    }

    private LoadFailure undecodable(String key, YamlNode value) {
        return LoadFailure.structure("Can't decode YAML scalar value", context.at(value, ItemType.VALUE_FOR, key));
    }
}
