package io.falconer.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A control whose kind a rule template defines.
 *
 * @param shape the kind
 * @param arguments the policy's values, with defaults, by the parameters' names; for each profile a flag
 * @param chosen the selected checks, if the policy selects checks
 */
public record TemplateControl(
        Scope scope, ControlKind shape, Map<String, Argument> arguments, Optional<List<String>> chosen)
        implements Control {
    public TemplateControl {
        arguments = Map.copyOf(arguments);
        chosen = chosen.map(List::copyOf);
    }

    @Override
    public String kind() {
        return shape.name();
    }

    @Override
    public List<String> checks() {
        return shape.checks().stream()
                .flatMap(check -> check.names(arguments).stream())
                .filter(name -> chosen.map(names -> names.contains(name)).orElse(true))
                .toList();
    }

    @Override
    public List<ExceptionKey> exceptionKeys(String check) {
        return shape.checks().stream()
                .filter(each -> each.names(arguments).contains(check))
                .flatMap(each -> each.keys().stream())
                .toList();
    }
}
