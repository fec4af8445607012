package io.falconer.template;

import io.falconer.condition.Expr;
import io.falconer.policy.Argument;
import io.falconer.policy.ControlKind;
import io.falconer.template.NamedCondition.Repeat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills the holes of a template's rules. */
final class RuleBinder {
    private final RuleTemplate template;
    private final Map<String, Argument> arguments;

    RuleBinder(RuleTemplate template, Map<String, Argument> arguments) {
        this.template = template;
        this.arguments = Map.copyOf(arguments);
    }

    List<BoundRule> bind() {
        List<BoundRule> rules = new ArrayList<>();
        for (TemplateRule rule : template.rules()) {
            if (rule.when().map(this::asks).orElse(true)) {
                Bindings bindings = new Bindings(arguments, ObjectPlace.of(""));
                if (rule.each().isEmpty()) {
                    rules.add(bind(rule, bindings));
                } else {
                    TemplateRule.Each each = rule.each().get();
                    Optional.ofNullable(arguments.get(each.parameter())).ifPresent(argument -> argument.byKey()
                            .forEach((key, alone) -> rules.add(bind(
                                    rule,
                                    bindings.with(Map.of(
                                            each.variable(), new Argument.Text(key), each.parameter(), alone))))));
                }
            }
        }
        return rules;
    }

    private boolean asks(String parameter) {
        return Optional.ofNullable(arguments.get(parameter)).map(Argument::asks).orElse(false);
    }

    private BoundRule bind(TemplateRule rule, Bindings bindings) {
        ConditionBinder binder = new ConditionBinder(template);
        return new BoundRule(
                template.control(),
                ControlKind.nameOf(TextHoles.fill(rule.check(), bindings)),
                TextHoles.fill(rule.name(), bindings),
                TextHoles.fill(rule.desc(), bindings),
                TextHoles.fill(rule.output(), bindings),
                rule.tags(),
                template.source(),
                rule.judged(),
                families(rule.condition().expr()),
                namespace -> new ExampleHoles(bindings, template.columns(), namespace).fill(rule.examples()),
                rule.caveats().stream()
                        .filter(caveat -> caveat.holds(arguments))
                        .toList(),
                place -> binder.bind(rule.condition().expr(), bindings.at(place)));
    }

    private Set<ContainerFamily> families(Expr expr) {
        Set<ContainerFamily> families = EnumSet.noneOf(ContainerFamily.class);
        for (String name : References.of(expr)) {
            template.condition(name).ifPresent(condition -> {
                switch (condition.repeat()) {
                    case Repeat.Some some -> families.addAll(some.families());
                    case Repeat.Beyond beyond -> families.addAll(beyond.families());
                    case Repeat.Single single -> families.addAll(families(condition.expr()));
                    case Repeat.Items items -> families.addAll(families(condition.expr()));
                    case Repeat.Any any -> families.addAll(families(condition.expr()));
                }
            });
        }
        return families;
    }
}
