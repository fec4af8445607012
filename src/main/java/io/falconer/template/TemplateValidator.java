package io.falconer.template;

import io.falconer.policy.Parameter;
import io.falconer.policy.ParameterType;
import io.falconer.template.NamedCondition.Repeat;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.yaml.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Validates a template: every hole must exist and have a type that fits its place, and every parameter and condition must be
 * used.
 */
final class TemplateValidator {
    private final RuleTemplate template;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Set<String> usedParameters = new LinkedHashSet<>();
    private final Set<String> usedConditions = new LinkedHashSet<>();

    private TemplateValidator(RuleTemplate template) {
        this.template = template;
    }

    static List<Diagnostic> validate(RuleTemplate template) {
        TemplateValidator validator = new TemplateValidator(template);
        validator.names();
        template.rules().forEach(validator::rule);
        validator.unused();
        validator.problems.addAll(RuleValidator.validate(template));
        return validator.problems.stream().distinct().toList();
    }

    private void names() {
        Set<String> seen = new LinkedHashSet<>(
                List.of(Holes.POD, Holes.CONTAINER, Holes.ITEM, Holes.OBJECT, Holes.METADATA, ExampleHoles.NAMESPACE));
        template.parameters().keySet().forEach(name -> name(name, place("parameters", name), seen));
        template.profiles().keySet().forEach(name -> name(name, place("profiles", name), seen));
        template.constants().keySet().forEach(name -> name(name, place("constants", name), seen));
        template.conditions().forEach(condition -> name(condition.name(), condition.place(), seen));
    }

    private void name(String name, Location place, Set<String> seen) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            problems.add(Diagnostic.error("template-name", "\"" + name + "\" cannot be the name of a hole", place)
                    .withHint("use letters, digits and _, and start with a letter"));
        } else if (!seen.add(name)) {
            problems.add(Diagnostic.error("template-name", "\"" + name + "\" is declared twice", place));
        }
    }

    private Location place(String section, String... names) {
        return template.place(
                Stream.concat(Stream.of("spec", section), Stream.of(names)).toArray(String[]::new));
    }

    private void rule(TemplateRule rule) {
        Map<String, ParameterType> holes = new HashMap<>();
        template.parameters().forEach((name, parameter) -> {
            if (parameter instanceof Parameter.Single single) {
                holes.put(name, single.type());
            }
        });
        template.profiles().keySet().forEach(profile -> holes.put(profile, ParameterType.FLAG));
        rule.when().ifPresent(parameter -> use(parameter, rule.place()));
        rule.each().ifPresent(each -> {
            use(each.parameter(), rule.place());
            if (Optional.ofNullable(holes.get(each.parameter()))
                    .filter(ParameterType::hasKeys)
                    .isPresent()) {
                holes.put(each.variable(), ParameterType.TEXT);
            } else {
                problems.add(Diagnostic.error(
                        "template-hole", "\"each\" requires a parameter of type keys or quantities", rule.place()));
            }
        });
        Optional<String> repeated = rule.each().map(TemplateRule.Each::parameter);
        holes.entrySet()
                .removeIf(hole ->
                        hole.getValue() == ParameterType.QUANTITIES && !repeated.equals(Optional.of(hole.getKey())));
        for (String text : List.of(rule.check(), rule.name(), rule.desc(), rule.output())) {
            for (String hole : TextHoles.holes(text)) {
                if (!rule.each().map(each -> each.variable().equals(hole)).orElse(false)) {
                    problems.add(Diagnostic.error(
                                    "template-hole", "$" + hole + " is not allowed in a text", rule.place())
                            .withHint("texts accept only the variable of \"each\": other values could be read as"
                                    + " fields"));
                }
            }
        }
        condition(rule.condition(), new HoleScope(holes, rule.judged(), false, false), new LinkedHashSet<>());
        examples(rule);
    }

    private void condition(ConditionText text, HoleScope scope, Set<String> within) {
        new ConditionHoles(template, text, scope, problems, usedParameters).validate();
        for (String name : References.of(text.expr())) {
            if (template.condition(name).isPresent()) {
                named(template.condition(name).get(), scope, within);
            } else if (scope.types().containsKey(name)) { // whether the policy sets it
                usedParameters.add(name);
            } else {
                problems.add(Diagnostic.error(
                                "template-hole",
                                "unknown condition \"" + name + "\"",
                                text.locate(text.expr().span()))
                        .withHint(Nearest.hint(
                                name,
                                template.conditions().stream()
                                        .map(NamedCondition::name)
                                        .toList())));
            }
        }
    }

    private void named(NamedCondition condition, HoleScope scope, Set<String> within) {
        usedConditions.add(condition.name());
        ConditionText text = condition.condition();
        if (!within.add(condition.name())) {
            problems.add(Diagnostic.error(
                    "template-condition",
                    "condition \"" + condition.name() + "\" refers to itself",
                    text.locate(text.expr().span())));
            return;
        }
        switch (condition.repeat()) {
            case Repeat.Single single -> condition(text, scope, within);
            case Repeat.Some some ->
                condition(text, new HoleScope(scope.types(), scope.judged(), true, scope.item()), within);
            case Repeat.Items items -> {
                new ConditionHoles(template, text, scope, problems, usedParameters)
                        .path(items.path(), text.expr().span());
                condition(text, new HoleScope(scope.types(), scope.judged(), scope.container(), true), within);
            }
            case Repeat.Any any -> {
                Map<String, ParameterType> holes = new HashMap<>(scope.types());
                if (template.parameters().get(any.parameter()) instanceof Parameter.Table table) {
                    usedParameters.add(any.parameter());
                    holes.putAll(table.columns());
                } else {
                    problems.add(Diagnostic.error(
                            "template-hole",
                            "\"any\" requires a parameter with columns; \"" + any.parameter() + "\" has none",
                            text.locate(text.expr().span())));
                }
                condition(text, new HoleScope(holes, scope.judged(), scope.container(), scope.item()), within);
            }
            case Repeat.Beyond beyond -> {}
        }
        within.remove(condition.name());
    }

    private static boolean chooses(Parameter parameter) {
        return parameter instanceof Parameter.Single single
                && (single.type() == ParameterType.CHECKS || single.type() == ParameterType.PROFILE);
    }

    private void examples(TemplateRule rule) {
        Set<String> known = new LinkedHashSet<>(template.parameters().keySet());
        rule.each().ifPresent(each -> known.add(each.variable()));
        known.addAll(template.columns());
        Stream.concat(rule.examples().complies().stream(), rule.examples().violates().stream())
                .flatMap(example -> ExampleHoles.holes(example).stream())
                .filter(hole -> !known.contains(hole))
                .forEach(hole -> problems.add(
                        Diagnostic.error("template-hole", "unknown hole $" + hole + " in an example", rule.place())
                                .withHint(Nearest.hint(hole, known))));
    }

    private void use(String parameter, Location place) {
        usedParameters.add(parameter);
        if (!template.parameters().containsKey(parameter)) {
            problems.add(Diagnostic.error("template-hole", "unknown parameter \"" + parameter + "\"", place)
                    .withHint(Nearest.hint(parameter, template.parameters().keySet())));
        }
    }

    private void unused() {
        template.parameters().forEach((name, parameter) -> {
            if (!usedParameters.contains(name) && !chooses(parameter)) {
                unused("parameter \"" + name + "\"", place("parameters", name));
            }
            if (parameter instanceof Parameter.Table table && usedParameters.contains(name)) {
                table.columns().keySet().stream()
                        .filter(column -> !usedParameters.contains(column))
                        .forEach(column ->
                                unused("column \"" + column + "\" of " + name, place("parameters", name, column)));
            }
        });
        template.constants().keySet().stream()
                .filter(name -> !usedParameters.contains(name))
                .forEach(name -> unused("constant \"" + name + "\"", place("constants", name)));
        template.conditions().stream()
                .filter(condition -> !usedConditions.contains(condition.name()))
                .forEach(condition -> unused("condition \"" + condition.name() + "\"", condition.place()));
    }

    private void unused(String what, Location place) {
        problems.add(Diagnostic.error("template-unused", what + " is never used", place));
    }
}
