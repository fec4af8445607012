package io.falconer.template;

import io.falconer.policy.ControlKind;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Span;
import io.falconer.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks what a template's rules are called, what its profiles name, and that examples fit what the rules judge. */
final class RuleChecks {
    private final RuleTemplate template;
    private final List<Diagnostic> problems = new ArrayList<>();

    private RuleChecks(RuleTemplate template) {
        this.template = template;
    }

    static List<Diagnostic> check(RuleTemplate template) {
        RuleChecks checks = new RuleChecks(template);
        Set<String> names = checks.names();
        checks.profiles(names);
        template.rules().forEach(checks::examples);
        return checks.problems;
    }

    private Set<String> names() {
        Set<String> checks = new LinkedHashSet<>();
        Set<String> rules = new LinkedHashSet<>();
        for (TemplateRule rule : template.rules()) {
            String check = ControlKind.nameOf(rule.check());
            if (!checks.add(check)) {
                error(rule.place(), "template-name", "two rules make the check \"" + check + "\"", "name them apart");
            }
            if (!rules.add(rule.name())) {
                error(rule.place(), "template-name", "two rules are called \"" + rule.name() + "\"", "name them apart");
            }
        }
        return checks;
    }

    private void profiles(Set<String> checks) {
        Location top = new Location(template.file(), Span.at(0));
        template.profiles().forEach((profile, names) -> names.stream()
                .filter(name -> !checks.contains(name))
                .forEach(name -> error(
                        top,
                        "template-profile",
                        "profile \"" + profile + "\" names the check \"" + name + "\", which no rule makes",
                        Nearest.hint(name, checks))));
    }

    private void examples(TemplateRule rule) {
        Set<Example.Kind> fitting =
                switch (rule.judged()) {
                    case PODS -> Set.of(Example.Kind.CONTAINER, Example.Kind.POD);
                    case OBJECTS -> Set.of(Example.Kind.REQUEST);
                    case ACCOUNTS, EVENTS -> Set.of(Example.Kind.EVENT);
                };
        Stream.concat(rule.examples().complies().stream(), rule.examples().violates().stream())
                .map(Example::kind)
                .distinct()
                .filter(kind -> !fitting.contains(kind))
                .forEach(kind -> error(
                        rule.place(),
                        "template-example",
                        "a rule that judges " + rule.judged().id() + " has no example of kind \"" + kind.id() + "\"",
                        "use "
                                + String.join(
                                        " or ",
                                        fitting.stream()
                                                .map(Example.Kind::id)
                                                .sorted()
                                                .toList())));
    }

    private void error(Location place, String code, String message, String hint) {
        problems.add(Diagnostic.error(code, message, place).withHint(hint));
    }
}
