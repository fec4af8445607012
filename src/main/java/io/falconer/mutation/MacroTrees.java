package io.falconer.mutation;

import io.falconer.condition.Expr;
import io.falconer.ruleset.Rule;
import io.falconer.text.Via;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The trees of the macros that rules use, by their names, and which macro is most easily taken for another. */
public final class MacroTrees {
    /** The length from which names that start alike are alike. */
    private static final int ALIKE = 4;

    private MacroTrees() {}

    /** The trees of all macros that these rules, which have one source, use. */
    public static Map<String, Expr> of(Collection<Rule> rules) {
        Map<String, Expr> trees = new LinkedHashMap<>();
        rules.forEach(rule -> collect(rule, rule.condition(), 0, trees));
        return trees;
    }

    private static void collect(Rule rule, Expr expr, int steps, Map<String, Expr> trees) {
        List<Via> way = rule.origin(expr.span()).way();
        way.stream()
                .skip(steps)
                .filter(step -> step.kind() == Via.Kind.MACRO)
                .reduce((first, second) -> second)
                .ifPresent(macro -> trees.putIfAbsent(macro.name(), expr));
        operands(expr).forEach(each -> collect(rule, each, way.size(), trees));
    }

    private static Stream<Expr> operands(Expr expr) {
        return switch (expr) {
            case Expr.And and -> and.operands().stream();
            case Expr.Or or -> or.operands().stream();
            case Expr.Not not -> Stream.of(not.operand());
            case Expr.Exists exists -> Stream.of();
            case Expr.Comparison comparison -> Stream.of();
            case Expr.MacroRef macro -> Stream.of();
        };
    }

    /** The other name that starts most alike; empty if none does. */
    static Optional<String> likest(String name, Collection<String> names) {
        return names.stream()
                .filter(other -> !other.equals(name) && shared(name, other) >= ALIKE)
                .max((one, other) -> Integer.compare(shared(name, one), shared(name, other)));
    }

    private static int shared(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
