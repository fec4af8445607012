package io.falconer.lint;

import io.falconer.condition.Operator;
import io.falconer.ruleset.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** Finds paths that start with {@code ~}. A shell replaces it before any program reads the path. */
final class TildePaths {
    private static final Pattern PATHS = Pattern.compile("fd\\.(?:name|nameraw|directory|filename|containername)"
            + "|fs\\.path\\..*|proc\\.(?:p|a)?exepath|proc\\.cwd");

    private TildePaths() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> PATHS.matcher(clause.fieldName()).matches() && clause.operator() != Operator.REGEX)
                .flatMap(clause -> clause.constants().stream()
                        .filter(constant ->
                                constant.value().equals("~") || constant.value().startsWith("~/"))
                        .map(constant -> RuleFinding.warning(
                                        rule,
                                        constant.span(),
                                        "tilde-path",
                                        "only shells expand \"~\": the paths of events contain the home directory instead")
                                .withHint("write " + clause.fieldName() + " glob \"/home/*"
                                        + constant.value().substring(1) + "\", and \"/root"
                                        + constant.value().substring(1) + "\" for root")))
                .limit(Findings.MOST)
                .toList();
    }
}
