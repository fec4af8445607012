package io.falconer.template;

import io.falconer.policy.Argument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of holes at one place of a rule.
 *
 * @param arguments by the name of the parameter, column or variable
 * @param place the place of the object that the rule checks
 * @param container the JSON pointer of the container, within {@code some}
 * @param item the JSON pointer of the current list item
 */
record Bindings(Map<String, Argument> arguments, ObjectPlace place, Optional<String> container, Optional<String> item) {
    Bindings {
        arguments = Map.copyOf(arguments);
    }

    Bindings(Map<String, Argument> arguments, ObjectPlace place) {
        this(arguments, place, Optional.empty(), Optional.empty());
    }

    Bindings with(Map<String, Argument> more) {
        Map<String, Argument> all = new HashMap<>(arguments);
        all.putAll(more);
        return new Bindings(all, place, container, item);
    }

    Bindings at(ObjectPlace other) {
        return new Bindings(arguments, other, container, item);
    }

    Bindings in(String containerPath) {
        return new Bindings(arguments, place, Optional.of(containerPath), item);
    }

    Bindings item(String itemPath) {
        return new Bindings(arguments, place, container, Optional.of(itemPath));
    }

    Optional<Argument> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }
}
