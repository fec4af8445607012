package io.falconer.plan;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Falco accepts constants of at most 255 bytes (docs/falco.md, section 3.2). */
public final class ConstantLengths {
    private static final int LONGEST = 255;

    private ConstantLengths() {}

    /** An error for each constant of a rule, exceptions included, that is too long. */
    public static List<Diagnostic> problems(GeneratedRule rule, Location place) {
        List<Diagnostic> problems = new ArrayList<>();
        List<String> constants = new ArrayList<>();
        collect(rule.condition(), constants);
        constants.stream()
                .filter(ConstantLengths::isTooLong)
                .distinct()
                .forEach(constant -> problems.add(tooLong(constant, place)));
        for (RuleException exception : rule.exceptions()) {
            for (RuleException.Row row : exception.rows()) {
                // The quotes are not part of the constant. Escapes make the text longer, never shorter.
                row.values().stream()
                        .filter(value -> isTooLong(unquoted(value)))
                        .forEach(value ->
                                problems.add(tooLong(value, row.origin().place())));
            }
        }
        return problems;
    }

    private static Diagnostic tooLong(String constant, Location place) {
        String shown = constant.length() > 60 ? constant.substring(0, 57) + "..." : constant;
        return Diagnostic.error(
                        "bad-length",
                        "a rule would need a constant of more than " + LONGEST + " bytes: " + shown,
                        place)
                .withHint("shorten the value, or use a prefix/* that covers several values");
    }

    private static boolean isTooLong(String constant) {
        return constant.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private static String unquoted(String value) {
        return value.substring(1, value.length() - 1).replace("\\\\", "\\").replace("\\\"", "\"");
    }

    private static void collect(Expr expr, List<String> constants) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(operand -> collect(operand, constants));
            case Expr.Or or -> or.operands().forEach(operand -> collect(operand, constants));
            case Expr.Not not -> collect(not.operand(), constants);
            case Expr.MacroRef ref -> {}
            case Expr.Exists exists -> {}
            case Expr.Comparison comparison -> {
                if (comparison.right() instanceof Right.Text text) {
                    constants.add(text.value());
                } else if (comparison.right() instanceof Right.TextList list) {
                    list.items().forEach(item -> constants.add(item.value()));
                }
            }
        }
    }
}
