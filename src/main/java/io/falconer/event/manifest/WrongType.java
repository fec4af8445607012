package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.fabric8.kubernetes.api.model.Quantity;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlNode.Mapping;
import io.falconer.yaml.YamlNode.Scalar;
import io.falconer.yaml.YamlNode.Sequence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Describes in terms of the manifest what Jackson reports about the model. */
final class WrongType {
    private WrongType() {}

    /** The diagnostic for {@code problem}, found while decoding the object in {@code root}. */
    static Diagnostic of(SourceFile source, YamlNode root, JsonMappingException problem) {
        YamlNode node = root;
        StringBuilder path = new StringBuilder();
        for (Reference step : problem.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
            node = child(node, step).orElse(node);
        }
        String wanted = wanted(problem);
        Diagnostic diagnostic = Diagnostic.error(
                "manifest-wrong-type",
                path + " must be " + wanted + ", not " + found(node),
                new Location(source, node.span()));
        return hint(node, wanted).map(diagnostic::withHint).orElse(diagnostic);
    }

    private static Optional<YamlNode> child(YamlNode node, Reference step) {
        return switch (node) {
            case Scalar s -> Optional.empty();
            case Sequence sequence ->
                step.getIndex() >= 0 && step.getIndex() < sequence.items().size()
                        ? Optional.of(sequence.items().get(step.getIndex()))
                        : Optional.empty();
            case Mapping mapping -> step.getFieldName() == null ? Optional.empty() : mapping.get(step.getFieldName());
        };
    }

    private static String wanted(JsonMappingException problem) {
        Class<?> type = problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? mismatch.getTargetType()
                : Object.class;
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Quantity.class) {
            return "a quantity";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a mapping";
    }

    private static String found(YamlNode node) {
        return node instanceof Scalar scalar ? (scalar.plain() ? "" : "the text ") + quoted(scalar) : node.kind();
    }

    private static String quoted(Scalar scalar) {
        String text = scalar.text().length() > 40 ? scalar.text().substring(0, 40) + "..." : scalar.text();
        return scalar.plain() && !isText(scalar) ? text : "\"" + text + "\"";
    }

    private static boolean isText(Scalar scalar) {
        return KubectlScalar.typed(scalar.text())
                .filter(value -> value.isTextual())
                .isPresent();
    }

    private static Optional<String> hint(YamlNode node, String wanted) {
        if (wanted.equals("a quantity")) {
            return Optional.of("a quantity is a number with or without a unit, such as 500m, 1.5 or 128Mi");
        }
        if (!(node instanceof Scalar scalar)) {
            return Optional.empty();
        }
        if (wanted.equals("a text") && scalar.plain()) {
            return Optional.of("quote it: \"" + scalar.text() + "\"");
        }
        return !scalar.plain() && List.of("a number", "true or false").contains(wanted)
                ? Optional.of("write it without quotes")
                : Optional.empty();
    }
}
