package io.falconer.lint;

import io.falconer.field.EventSource;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds HTTP methods in place of the Kubernetes verbs of audit events, and verbs that are not in lower case. */
final class HttpVerbs {
    private static final Map<String, String> VERBS = Map.of("post", "create", "put", "update", "head", "get");

    private HttpVerbs() {}

    static List<RuleFinding> of(Rule rule) {
        if (rule.source() != EventSource.K8S_AUDIT) {
            return List.of();
        }
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.isAbout("ka.verb") && clause.comparesWhole())
                .flatMap(clause -> clause.constants().stream()
                        .filter(constant -> isNoVerb(constant.value()))
                        .map(constant -> RuleFinding.warning(
                                        rule,
                                        constant.span(),
                                        "http-verb",
                                        "requests for resources have verbs such as get, create and update, never "
                                                + Quotes.around(constant.value()))
                                .withHint("write \"" + verb(constant.value())
                                        + "\"; an HTTP method, in lower case, is the verb only if a path does not name a"
                                        + " resource")))
                .limit(Findings.MOST)
                .toList();
    }

    private static boolean isNoVerb(String text) {
        return VERBS.containsKey(text) || !text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static String verb(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return VERBS.getOrDefault(lower, lower);
    }
}
