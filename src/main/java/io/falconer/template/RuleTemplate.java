package io.falconer.template;

import io.falconer.field.EventSource;
import io.falconer.policy.ControlKind;
import io.falconer.policy.Parameter;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of one control, with holes.
 *
 * @param document the content of the file
 * @param control the control's kind
 * @param judged what its rules judge, unless they override it
 * @param profiles named sets of checks
 * @param constants texts that conditions use as {@code $name}
 * @param conditions the conditions that its rules and other conditions use
 * @param inexpressible what no rule can express
 */
record RuleTemplate(
        SourceFile file,
        YamlNode document,
        String control,
        EventSource source,
        RuleSubject judged,
        Map<String, Parameter> parameters,
        Map<String, List<String>> profiles,
        Map<String, String> constants,
        List<NamedCondition> conditions,
        List<TemplateRule> rules,
        List<Caveat> inexpressible) {
    /** What a policy may set in a control of this kind. */
    ControlKind kind() {
        return new ControlKind(
                control,
                parameters,
                profiles,
                rules.stream().map(this::controlCheck).toList());
    }

    private ControlKind.ControlCheck controlCheck(TemplateRule rule) {
        return new ControlKind.ControlCheck(
                rule.check(),
                rule.each().map(TemplateRule.Each::variable),
                rule.each().map(TemplateRule.Each::parameter),
                rule.when(),
                rule.judged().exceptionKeys(source));
    }

    /** The names of the columns of all its tables. */
    Set<String> columns() {
        Set<String> columns = new HashSet<>();
        parameters.values().forEach(parameter -> {
            if (parameter instanceof Parameter.Table table) {
                columns.addAll(table.columns().keySet());
            }
        });
        return columns;
    }

    /**
     * The place of the last of these keys, each below the previous one. If a key does not exist, the place of the previous key.
     */
    Location place(String... keys) {
        YamlNode node = document;
        Span span = Span.at(0);
        for (String key : keys) {
            Optional<Entry> found = entry(node, key);
            if (found.isEmpty()) {
                break;
            }
            span = found.get().key().span();
            node = found.get().value();
        }
        return new Location(file, span);
    }

    private static Optional<Entry> entry(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.name().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    Optional<NamedCondition> condition(String name) {
        return conditions.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
