package io.falconer.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import io.falconer.field.EventSource;
import io.falconer.policy.BuiltInKind;
import io.falconer.policy.ControlKind;
import io.falconer.policy.NameSyntax;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Validates the names of a template's rules and profiles, and that examples fit what the rules judge. */
final class RuleValidator {
    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern CHECK = Pattern.compile("\\$?[A-Za-z0-9]+([ -]\\$?[A-Za-z0-9]+)*");

    private final RuleTemplate template;
    private final List<Diagnostic> problems = new ArrayList<>();

    private RuleValidator(RuleTemplate template) {
        this.template = template;
    }

    static List<Diagnostic> validate(RuleTemplate template) {
        RuleValidator validator = new RuleValidator(template);
        Set<String> names = validator.names();
        validator.profiles(names);
        validator.kind();
        template.rules().forEach(validator::rule);
        template.rules().forEach(validator::examples);
        validator.caveats();
        return validator.problems;
    }

    /** Exceptions and files get their names from these. */
    private void kind() {
        if (!KIND.matches(template.control())) {
            error(
                    template.place("metadata", "name"),
                    "template-name",
                    "\"" + template.control() + "\" cannot be the name of a kind",
                    "use letters and digits, and start with a letter, as in ResourceLimits");
        }
        BuiltInKind.of(template.control()).map(RuleValidator::judged).ifPresent(wanted -> template.rules().stream()
                .filter(rule -> rule.judged() != wanted)
                .forEach(rule -> error(
                        rule.place(),
                        "template-judges",
                        "the rules of " + template.control() + " judge " + wanted.id(),
                        "Falconer reads and proves controls of this kind as rules that judge these;"
                                + " give your kind another name")));
    }

    /** What the proofs of a kind judge, whatever the template says. */
    private static RuleSubject judged(BuiltInKind kind) {
        return switch (kind) {
            case RESOURCE_LIMITS, ALLOWED_IMAGES -> RuleSubject.PODS;
            case LISTENING_SOCKETS -> RuleSubject.EVENTS;
        };
    }

    private void rule(TemplateRule rule) {
        if (template.source() == EventSource.SYSCALL && rule.judged() != RuleSubject.EVENTS) {
            error(
                    rule.place(),
                    "template-judges",
                    "system calls contain nothing about " + rule.judged().id(),
                    "write judges: events, or source: k8s_audit");
        }
        if (!CHECK.matches(rule.check())) {
            error(
                    rule.place(),
                    "template-name",
                    "\"" + rule.check() + "\" cannot name a check",
                    "use words of letters and digits, separated by single blanks");
        }
        if (rule.name().isBlank() || rule.name().chars().anyMatch(Character::isISOControl)) {
            error(rule.place(), "template-name", "a rule needs a name on one line", "describe what the rule has seen");
        }
        if (isEmpty(rule.desc()) || isEmpty(rule.output())) {
            error(
                    rule.place(),
                    "template-name",
                    "a rule needs a description and an output",
                    "describe what it reports");
        }
        rule.tags().stream()
                .filter(tag -> !NameSyntax.isTag(tag))
                .forEach(tag -> error(
                        rule.place(),
                        "template-name",
                        "\"" + tag + "\" is not a tag",
                        "use letters, digits and _ . / : -"));
    }

    /** Whether nothing is left without blanks and byte order marks, which generated files do not contain. */
    private static boolean isEmpty(String prose) {
        return prose.replace('\uFEFF', ' ').isBlank();
    }

    private Set<String> names() {
        Set<String> checks = new LinkedHashSet<>();
        Set<String> rules = new LinkedHashSet<>();
        for (TemplateRule rule : template.rules()) {
            String check = ControlKind.nameOf(rule.check());
            if (!checks.add(check)) {
                error(
                        rule.place(),
                        "template-name",
                        "two rules make the check \"" + check + "\"",
                        "use two different names");
            }
            if (!rules.add(rule.name())) {
                error(
                        rule.place(),
                        "template-name",
                        "two rules are named \"" + rule.name() + "\"",
                        "use two different names");
            }
        }
        return checks;
    }

    private void profiles(Set<String> checks) {
        template.profiles().forEach((profile, names) -> names.stream()
                .filter(name -> !checks.contains(name))
                .forEach(name -> error(
                        template.place("spec", "profiles", profile),
                        "template-profile",
                        "profile \"" + profile + "\" names the check \"" + name + "\", which no rule defines",
                        Nearest.hint(name, checks))));
    }

    private void examples(TemplateRule rule) {
        Set<Example.Kind> fitting =
                switch (rule.judged()) {
                    case PODS -> Set.of(Example.Kind.CONTAINER, Example.Kind.POD);
                    case OBJECTS -> Set.of(Example.Kind.REQUEST);
                    case ACCOUNTS, EVENTS -> Set.of(Example.Kind.EVENT);
                };
        List<Example> all = Stream.concat(rule.examples().complies().stream(), rule.examples().violates().stream())
                .toList();
        all.forEach(example -> shape(rule, example));
        all.stream()
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

    private void caveats() {
        Set<String> known = new LinkedHashSet<>(template.parameters().keySet());
        known.addAll(template.profiles().keySet());
        Stream.concat(
                        template.rules().stream().flatMap(rule -> rule.caveats().stream()),
                        template.inexpressible().stream())
                .flatMap(caveat -> caveat.when().stream())
                .filter(when -> !known.contains(when.name()))
                .forEach(when -> error(
                        new Location(template.file(), when.place()),
                        "template-caveat",
                        "a caveat applies when \"" + when.name() + "\", which policies cannot set",
                        Nearest.hint(when.name(), known)));
    }

    /** The generator needs these parts in the expected form. */
    private void shape(TemplateRule rule, Example example) {
        List<String> mappings =
                switch (example.kind()) {
                    case POD -> List.of("metadata", "spec");
                    case EVENT ->
                        template.source() == EventSource.SYSCALL
                                ? List.of()
                                : List.of("user", "objectRef", "responseStatus");
                    case CONTAINER, REQUEST -> List.of();
                };
        mappings.stream()
                .filter(key ->
                        example.part().has(key) && !example.part().get(key).isObject())
                .forEach(key -> misshapen(rule, "\"" + key + "\" of an example must be a mapping"));
        for (ContainerFamily family : ContainerFamily.values()) {
            JsonNode containers = example.part().path("spec").path(family.key());
            boolean list = containers.isMissingNode() || containers.isArray();
            if (example.kind() == Example.Kind.POD && (!list || !areObjects(containers))) {
                misshapen(rule, "\"" + family.key() + "\" of an example must be a list of mappings");
            }
        }
    }

    private static boolean areObjects(JsonNode list) {
        for (JsonNode item : list) {
            if (!item.isObject()) {
                return false;
            }
        }
        return true;
    }

    private void misshapen(TemplateRule rule, String message) {
        error(rule.place(), "template-example", message, "write it as in a manifest or an audit event");
    }

    private void error(Location place, String code, String message, String hint) {
        problems.add(Diagnostic.error(code, message, place).withHint(hint));
    }
}
