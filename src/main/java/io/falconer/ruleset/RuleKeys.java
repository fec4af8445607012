package io.falconer.ruleset;

import io.falconer.yaml.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Keys that definitions and updates of rules share. */
final class RuleKeys {
    private static final Comparator<String> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private RuleKeys() {}

    /** Without duplicates, in the order of their bytes. */
    static NavigableSet<String> tags(Item rule) {
        NavigableSet<String> tags = new TreeSet<>(BY_BYTES);
        rule.optionalTexts("tags").forEach(tag -> tags.add(tag.text()));
        return tags;
    }

    static Priority priority(Item rule) {
        return Priority.of(rule.text("priority")).orElseThrow(() -> LoadFailure.structure(
                        "Invalid priority", rule.part("priority", ItemType.RULE_PRIORITY))
                .withHint(Optional.of(LoadHints.PRIORITY)));
    }

    /** The source in an update. Unlike a definition's source, it may be empty. */
    static Optional<String> source(Item rule) {
        return rule.get("source")
                .flatMap(node -> node instanceof YamlNode.Scalar scalar && !scalar.isNull()
                        ? Optional.of(scalar.text())
                        : Optional.empty())
                .filter(text -> !text.isEmpty());
    }

    /** Falco reads the source before anything else. At that point it may still be empty. */
    static void checkSource(Item rule) {
        rule.get("source").filter(node -> !(node instanceof YamlNode.Scalar)).ifPresent(node -> {
            throw LoadFailure.structure(
                    "Value is not a scalar value", rule.context().at(node, ItemType.VALUE_FOR, "source"));
        });
    }
}
