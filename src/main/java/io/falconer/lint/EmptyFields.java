package io.falconer.lint;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.Rule;
import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import io.falconer.text.TextOrigin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds fields that Falco accepts and that never tell anything: those whose extraction reads places that no event has
 * (section 6.3), and those kept for the sake of old rules (section 7.4).
 */
final class EmptyFields {
    private static final List<String> OLD =
            List.of("k8s.rc.", "k8s.svc.", "k8s.rs.", "k8s.deployment.", "k8s.ns.id", "k8s.ns.label");

    private EmptyFields() {}

    static List<Diagnostic> of(Rule rule) {
        Map<FieldName, FieldRef> fields = new LinkedHashMap<>();
        collect(rule.condition(), fields);
        return fields.values().stream()
                .flatMap(field -> finding(rule, field).stream())
                .toList();
    }

    /** The fields, each where it stands first. */
    private static void collect(Expr expr, Map<FieldName, FieldRef> fields) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(operand -> collect(operand, fields));
            case Expr.Or or -> or.operands().forEach(operand -> collect(operand, fields));
            case Expr.Not not -> collect(not.operand(), fields);
            case Expr.Exists exists -> collect(exists.left(), fields);
            case Expr.Comparison comparison -> collect(comparison.left(), fields);
            case Expr.MacroRef macro -> {}
        }
    }

    private static void collect(Operand operand, Map<FieldName, FieldRef> fields) {
        if (operand instanceof FieldRef field) {
            fields.putIfAbsent(FieldName.of(field), field);
        }
    }

    private static Optional<Diagnostic> finding(Rule rule, FieldRef field) {
        TextOrigin place = rule.origin(field.span());
        String name = field.name();
        if (name.equals("ka.sourceips")) {
            return Optional.of(never(rule, name, place).withHint("read jevt.value[/sourceIPs/0]"));
        }
        if (OLD.stream().anyMatch(name::startsWith)) {
            return Optional.of(never(rule, name, place).withHint("the plugin k8smeta has fields that do"));
        }
        return name.endsWith(".eff_run_as_user") || name.endsWith(".eff_run_as_group")
                ? Optional.of(Diagnostic.of(
                                Severity.WARNING,
                                "empty-field",
                                "rule \"" + rule.name() + "\": Falco gives " + name
                                        + " as 0 for every container, whatever its security context says",
                                place)
                        .withHint("compare run_as_user of the containers and ka.req.pod.run_as_user"))
                : Optional.empty();
    }

    private static Diagnostic never(Rule rule, String name, TextOrigin place) {
        String message = "rule \"" + rule.name() + "\": " + name + " never has a value in Falco";
        return Diagnostic.of(Severity.WARNING, "empty-field", message, place);
    }
}
