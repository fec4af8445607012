package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.ControlKind;
import io.falconer.policy.ControlKind.ControlCheck;
import io.falconer.policy.Parameter;
import io.falconer.policy.ParameterType;
import java.util.List;

/** The shapes of the values that a policy may give for the parameters of a kind. */
final class ParameterShapes {
    private static final int HIGHEST_NUMBER = 999_999_999;
    private static final String NUMBER = "[0-9]{1,9}";

    private final ControlKind kind;

    ParameterShapes(ControlKind kind) {
        this.kind = kind;
    }

    ObjectNode shape(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Single single -> shape(single.type());
            case Parameter.Table table -> {
                ObjectSchema entry = new ObjectSchema();
                table.columns().forEach((name, type) -> entry.optional(name, column(type), ControlTexts.ofType(type)));
                yield Shapes.filledList(entry.filled().node());
            }
        };
    }

    private ObjectNode shape(ParameterType type) {
        return switch (type) {
            case FLAG -> Shapes.flag();
            case QUANTITIES -> PolicyShapes.quantities(PolicyShapes.key(), Shapes.mapping(PolicyShapes.quantity()));
            case TEXT -> PolicyShapes.constant();
            case PROFILE -> Shapes.choice(List.copyOf(kind.profiles().keySet()));
            case KEYS, TEXTS, GLOBS, IMAGES, REPOSITORIES, TAGS, NUMBERS, CHECKS -> Shapes.filledList(item(type));
        };
    }

    /** An entry may write a set as one value, and an entry does not select checks. */
    private ObjectNode column(ParameterType type) {
        return switch (type) {
            case GLOBS, IMAGES, REPOSITORIES, TEXTS -> Shapes.anyOf(List.of(item(type), shape(type)));
            case FLAG, KEYS, QUANTITIES, TEXT, TAGS, NUMBERS -> shape(type);
            case CHECKS, PROFILE -> Shapes.any();
        };
    }

    private ObjectNode item(ParameterType type) {
        return switch (type) {
            case KEYS, QUANTITIES -> PolicyShapes.key();
            case GLOBS -> PolicyShapes.glob();
            case IMAGES, REPOSITORIES -> PolicyShapes.image();
            case TAGS -> PolicyShapes.imageTag();
            case NUMBERS -> Shapes.digits(0, HIGHEST_NUMBER, NUMBER);
            case CHECKS -> checks();
            case FLAG, TEXT, TEXTS, PROFILE -> PolicyShapes.constant();
        };
    }

    /** The names of the checks, if no key of the policy affects them. */
    private ObjectNode checks() {
        List<ControlCheck> checks = kind.checks();
        return checks.stream().anyMatch(check -> check.each().isPresent())
                ? Shapes.text()
                : Shapes.choice(checks.stream()
                        .map(check -> ControlKind.nameOf(check.words()))
                        .toList());
    }
}
