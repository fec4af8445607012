package io.falconer.policy;

import io.falconer.ruleset.Falco;
import io.falconer.ruleset.FalcoRange;
import io.falconer.text.SourceFile;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The versions of Falco that policies name, found without reading the rest of them. {@link PolicyReader} reports mistakes. */
public final class PolicyVersions {
    private PolicyVersions() {}

    /** The releases that policies with these names in a file name together, the oldest first. */
    public static List<Falco> in(SourceFile source, Predicate<String> names) {
        Set<Falco> named = new HashSet<>();
        YamlReader.read(source).value().stream()
                .flatMap(List::stream)
                .filter(document ->
                        text(document, "metadata", "name").filter(names).isPresent())
                .flatMap(document -> text(document, "spec", "falco").stream())
                .flatMap(text -> releases(FalcoRange.of(text)))
                .forEach(named::add);
        return Falco.ALL.stream().filter(named::contains).toList();
    }

    private static Stream<Falco> releases(FalcoRange range) {
        return switch (range) {
            case FalcoRange.Versions versions -> versions.releases().stream();
            case FalcoRange.Mistake mistake -> Stream.empty();
        };
    }

    private static Optional<String> text(YamlNode document, String key, String inner) {
        return value(document, key)
                .flatMap(node -> value(node, inner))
                .flatMap(node -> node instanceof YamlNode.Scalar scalar && !scalar.isNull()
                        ? Optional.of(scalar.text())
                        : Optional.empty());
    }

    private static Optional<YamlNode> value(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping ? mapping.get(key) : Optional.empty();
    }
}
