package io.falconer.template;

import io.falconer.field.EventSource;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one control, with holes.
 *
 * @param control the control's kind
 * @param constants texts that conditions name as {@code $name}
 * @param conditions each may name those before it
 */
record RuleTemplate(
        SourceFile file,
        String control,
        EventSource source,
        Judged judged,
        Map<String, Parameter> parameters,
        Map<String, String> constants,
        List<NamedCondition> conditions,
        List<TemplateRule> rules) {
    Optional<NamedCondition> condition(String name) {
        return conditions.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
