package io.falconer.yaml;

import java.util.Optional;

/** The values that a scalar without quotes may have in addition to its text, by YAML's core schema. */
final class PlainScalar {
    private PlainScalar() {}

    static Optional<Boolean> bool(YamlNode node) {
        return switch (text(node)) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Integer> integer(YamlNode node, int least, int most) {
        String text = text(node);
        return text.matches("[-+]?[0-9]{1,18}")
                ? Optional.of(Long.parseLong(text))
                        .filter(number -> number >= least && number <= most)
                        .map(Math::toIntExact)
                : Optional.empty();
    }

    private static String text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.plain() ? scalar.text() : "";
    }
}
