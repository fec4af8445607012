package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.ControlKind;
import io.falconer.policy.ControlKind.ControlCheck;
import io.falconer.policy.Parameter;
import io.falconer.policy.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The schema of a kind that a rule template defines: a key for each of its parameters. */
final class TemplateControlSchema {
    private final ControlKind kind;
    private final ControlTexts texts;
    private final ParameterShapes shapes;

    TemplateControlSchema(ControlKind kind, ControlTexts texts) {
        this.kind = kind;
        this.texts = texts;
        this.shapes = new ParameterShapes(kind);
    }

    ObjectNode node() {
        ObjectSchema control = ControlSchemas.of(kind.name(), texts.ofKind(kind.name()));
        kind.parameters()
                .forEach((name, parameter) -> control.optional(
                        name, shapes.shape(parameter), texts.ofParameter(kind.name(), name, parameter)));
        List<ObjectNode> something = somethingToCheck();
        return something.isEmpty()
                ? control.node()
                : control.oneOfThem(something).node();
    }

    /** The keys of which a control must have one to check anything; empty if it always checks something. */
    private List<ObjectNode> somethingToCheck() {
        List<ObjectNode> ways = new ArrayList<>();
        Stream.of(kind.chooser(), kind.profile())
                .flatMap(Optional::stream)
                .forEach(name -> ways.add(Shapes.given(name)));
        if (kind.profile().isPresent()) {
            return ways;
        }
        for (ControlCheck check : kind.checks()) {
            List<ObjectNode> needed = Stream.of(check.when(), check.each())
                    .flatMap(Optional::stream)
                    .distinct()
                    .filter(name -> !asksByDefault(name))
                    .map(this::asked)
                    .toList();
            if (needed.isEmpty()) {
                return List.of();
            }
            ObjectNode way = Shapes.any();
            way.putArray("allOf").addAll(needed);
            ways.add(needed.size() == 1 ? needed.getFirst() : way);
        }
        return ways.stream().distinct().toList();
    }

    private boolean asksByDefault(String name) {
        return kind.parameters().get(name) instanceof Parameter.Single single
                && !single.defaults().isEmpty()
                && (single.type() != ParameterType.FLAG || single.defaults().equals(List.of("true")));
    }

    private ObjectNode asked(String name) {
        boolean flag =
                kind.parameters().get(name) instanceof Parameter.Single single && single.type() == ParameterType.FLAG;
        ObjectNode unset = Shapes.any();
        unset.putArray("enum").add(false).addNull();
        return flag ? Shapes.given(name, unset) : Shapes.given(name);
    }
}
