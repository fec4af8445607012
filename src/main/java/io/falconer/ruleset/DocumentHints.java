package io.falconer.ruleset;

import io.falconer.text.Span;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import java.util.Optional;
import java.util.stream.Stream;

/** How to fix a document that is a mapping although Falco requires a list. */
final class DocumentHints {
    private DocumentHints() {}

    static String of(YamlNode.Mapping mapping) {
        return besideCustomRules(mapping)
                .or(() -> rulesBelow(mapping)
                        .map(key -> "\"" + key
                                + "\" contains rules: Helm values have such texts under customRules, a ConfigMap"
                                + " under data"))
                .or(() -> item(mapping)
                        .map(key -> "each item of a rules file starts with a dash: \"- " + key + ": ...\""))
                .orElse("a rules file is a list of items; rules are also read from Helm values (customRules),"
                        + " ConfigMaps and Rulesfile resources");
    }

    /** The place to report: the key whose text is rules, otherwise the start. */
    static Span place(YamlNode.Mapping mapping) {
        return mapping.entries().stream()
                .filter(entry -> EmbeddedRules.isRules(entry.value()))
                .map(entry -> entry.key().span())
                .findFirst()
                .orElse(Span.at(mapping.span().start()));
    }

    private static Optional<String> besideCustomRules(YamlNode.Mapping mapping) {
        boolean isEmpty = mapping.get("customRules").filter(YamlNode::isNull).isPresent();
        return isEmpty
                ? rulesBelow(mapping)
                        .map(key -> "\"" + key + "\" is next to customRules: indent it, so that it is below")
                : Optional.empty();
    }

    private static Optional<String> rulesBelow(YamlNode.Mapping mapping) {
        return mapping.entries().stream()
                .filter(entry -> EmbeddedRules.isRules(entry.value()))
                .map(Entry::name)
                .findFirst();
    }

    private static Optional<String> item(YamlNode.Mapping mapping) {
        return Stream.of("rule", "macro", "list")
                .filter(key -> mapping.get(key).isPresent())
                .findFirst();
    }
}
