package io.falconer.lint;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.condition.Operator;
import io.falconer.field.EventSource;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds rules that hold for any other image, {@code container.image != a or b != c}, and ignore that processes of the host have
 * the empty string as image (section 7.4). Images that are only excepted, {@code and not container.image in (...)}, may be
 * intended. If a rule names any other field of the container, its author is assumed to know this.
 */
final class HostProcesses {
    private static final String IMAGE = "container.image";

    private HostProcesses() {}

    static List<RuleFinding> of(Rule rule) {
        if (rule.source() != EventSource.SYSCALL || tellsContainersApart(rule.condition())) {
            return List.of();
        }
        List<SignedComparison> sufficient = new ArrayList<>();
        collect(rule.condition(), sufficient);
        return sufficient.stream()
                .limit(1)
                .map(clause -> RuleFinding.warning(
                                rule,
                                clause.comparison().span(),
                                "host-processes",
                                clause.field().orElseThrow()
                                        + " is empty for processes of the host, so they all count as another image")
                        .withHint("for containers only, start with \"container.id != host and\""))
                .toList();
    }

    /** The clauses "another image than" in a disjunction. */
    private static void collect(Expr expr, List<SignedComparison> sufficient) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(operand -> collect(operand, sufficient));
            case Expr.Or or -> {
                for (Expr operand : or.operands()) {
                    if (operand instanceof Expr.Comparison comparison
                            && isAnotherImage(new SignedComparison(comparison))) {
                        sufficient.add(new SignedComparison(comparison));
                    }
                    collect(operand, sufficient);
                }
            }
            case Expr.Not not -> {}
            case Expr.Exists exists -> {}
            case Expr.Comparison comparison -> {}
            case Expr.MacroRef macro -> {}
        }
    }

    private static boolean isAnotherImage(SignedComparison clause) {
        return clause.comparison().operator() == Operator.NE
                && clause.comparesWhole()
                && clause.field().filter(field -> isImage(field.name())).isPresent();
    }

    /** Whether a check distinguishes host and container, or might. */
    private static boolean tellsContainersApart(Expr expr) {
        return switch (expr) {
            case Expr.And and -> and.operands().stream().anyMatch(HostProcesses::tellsContainersApart);
            case Expr.Or or -> or.operands().stream().anyMatch(HostProcesses::tellsContainersApart);
            case Expr.Not not -> tellsContainersApart(not.operand());
            case Expr.Exists exists ->
                exists.left() instanceof FieldRef field && field.name().startsWith("k8s.");
            case Expr.Comparison comparison -> tellsContainersApart(new SignedComparison(comparison));
            case Expr.MacroRef macro -> false;
        };
    }

    private static boolean tellsContainersApart(SignedComparison clause) {
        String field = clause.field().map(FieldName::name).orElse("");
        boolean excluding = clause.comparison().operator() == Operator.NE;
        return isImage(field)
                ? clause.texts().contains("") || !clause.comparesWhole()
                : field.startsWith("container.") || (field.startsWith("k8s.") && !excluding);
    }

    private static boolean isImage(String field) {
        return field.equals(IMAGE) || field.startsWith(IMAGE + ".");
    }
}
