package io.falconer.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What holes stand for at one place of a rule.
 *
 * @param arguments by the name of the parameter, column or variable
 * @param pod where the judged pod stands, if pods are judged
 * @param container the JSON pointer of the container, within {@code some}
 */
record Bindings(Map<String, Argument> arguments, Optional<PodPlace> pod, Optional<String> container) {
    Bindings {
        arguments = Map.copyOf(arguments);
    }

    Bindings with(Map<String, Argument> more) {
        Map<String, Argument> all = new HashMap<>(arguments);
        all.putAll(more);
        return new Bindings(all, pod, container);
    }

    Bindings in(String containerPath) {
        return new Bindings(arguments, pod, Optional.of(containerPath));
    }

    Optional<Argument> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }
}
