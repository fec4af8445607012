package io.falconer.template;

import io.falconer.policy.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Holes in the arguments of fields, which are JSON pointers: {@code $container/resources/limits/$limit}. */
final class PathHoles {
    private PathHoles() {}

    /** The names of the holes in a path. */
    static List<String> of(String path) {
        List<String> holes = new ArrayList<>();
        for (String step : path.split("/", -1)) {
            Holes.in(step).ifPresent(holes::add);
        }
        return holes;
    }

    static String fill(String path, Bindings bindings) {
        return Arrays.stream(path.split("/", -1))
                .map(step -> Holes.in(step).map(hole -> step(hole, bindings)).orElse(step))
                .collect(Collectors.joining("/"));
    }

    private static String step(String hole, Bindings bindings) {
        return switch (hole) {
            case Holes.POD -> pod(bindings).path();
            case Holes.METADATA -> pod(bindings).metadata();
            case Holes.OBJECT -> bindings.place().object();
            case Holes.ITEM -> bindings.item().orElseThrow();
            case Holes.CONTAINER -> bindings.container().orElseThrow();
            default -> key(hole, bindings);
        };
    }

    private static PodPlace pod(Bindings bindings) {
        return bindings.place().pod().orElseThrow();
    }

    /** One step of a JSON pointer, escaped so that it stays one step (RFC 6901). */
    private static String key(String hole, Bindings bindings) {
        if (bindings.argument(hole).orElse(null) instanceof Argument.Text key) {
            return key.text().replace("~", "~0").replace("/", "~1");
        }
        throw new IllegalStateException("$" + hole + " is not bound to a key");
    }
}
