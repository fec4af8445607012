package io.falconer.generate;

import io.falconer.field.EventSource;
import io.falconer.policy.Control;
import java.util.List;
import java.util.Optional;

/**
 * What a Falco must have for a rule.
 *
 * @param rule its name
 * @param source the events that it checks
 * @param control the control that it expresses; empty if it belongs to several
 * @param check the check of the control, as exceptions name it
 * @param plugins the plugins, each in the lowest version that has the fields of the rule
 */
public record RuleNeeds(
        String rule,
        EventSource source,
        Optional<Control> control,
        String check,
        RequiredEngine engine,
        List<PluginNeed> plugins) {
    public RuleNeeds {
        plugins = List.copyOf(plugins);
    }
}
