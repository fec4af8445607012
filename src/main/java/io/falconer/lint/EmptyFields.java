package io.falconer.lint;

import io.falconer.condition.Operand.FieldRef;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.ruleset.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds fields that Falco accepts but that never have a useful value: fields whose extraction reads places that no event has
 * (section 6.3), fields kept for old rules (section 7.4), and in outputs, fields that only conditions can compare.
 */
public final class EmptyFields {
    private static final List<String> OLD =
            List.of("k8s.rc.", "k8s.svc.", "k8s.rs.", "k8s.deployment.", "k8s.ns.id", "k8s.ns.label");

    private EmptyFields() {}

    /** Whether Falco accepts the field but never gives it a value. */
    public static boolean isNeverSet(String name) {
        return name.equals("ka.sourceips") || OLD.stream().anyMatch(name::startsWith);
    }

    static List<RuleFinding> of(Rule rule) {
        Stream<RuleFinding> inCondition =
                FieldRefs.in(rule.condition()).stream().flatMap(field -> everywhere(rule, field, "").stream());
        Stream<RuleFinding> inOutput = FieldRefs.in(rule.output()).stream()
                .flatMap(field ->
                        everywhere(rule, field, ", so the output shows <NA>").or(() -> inOutput(rule, field)).stream());
        return Stream.concat(inCondition, inOutput).toList();
    }

    private static Optional<RuleFinding> everywhere(Rule rule, FieldRef field, String outcome) {
        String name = field.name();
        if (name.equals("ka.sourceips")) {
            return Optional.of(finding(rule, field, name + " never has a value in Falco" + outcome)
                    .withHint("read jevt.value[/sourceIPs/0]"));
        }
        if (OLD.stream().anyMatch(name::startsWith)) {
            return Optional.of(finding(rule, field, name + " never has a value in Falco" + outcome)
                    .withHint("the plugin k8smeta has fields that do"));
        }
        return name.endsWith(".eff_run_as_user") || name.endsWith(".eff_run_as_group")
                ? Optional.of(finding(
                                rule,
                                field,
                                "Falco gives " + name + " as 0 for every container, whatever its security context says")
                        .withHint("compare run_as_user of the containers and ka.req.pod.run_as_user"))
                : Optional.empty();
    }

    private static Optional<RuleFinding> inOutput(Rule rule, FieldRef field) {
        return FieldCatalogue.of(rule.source())
                .find(field.name())
                .filter(known -> known.has(Field.Flag.FILTER_ONLY))
                .map(known -> finding(rule, field, known.name() + " is for conditions only, so the output shows <NA>")
                        .withHint(
                                known.name().equals("fd.ip") || known.name().equals("fd.port")
                                        ? "show fd.name, which contains both ends of a connection"
                                        : "show fd.cip and fd.sip"));
    }

    private static RuleFinding finding(Rule rule, FieldRef field, String problem) {
        return RuleFinding.warning(rule, field.span(), "empty-field", problem);
    }
}
