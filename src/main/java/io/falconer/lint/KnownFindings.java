package io.falconer.lint;

import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Rule;
import io.falconer.text.SourceMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings about single rules, for other loads of the same files: other versions of Falco read most rules alike. If all files
 * load in both, and the condition of a rule has the same parts at the same places, these come from the same places of the files,
 * and the same lists are there.
 */
public final class KnownFindings {
    /** No findings. */
    public static final KnownFindings NONE = new KnownFindings(Map.of(), new SourceMap.Builder().build());

    private final Map<Rule, List<RuleFinding>> byRule;
    private final SourceMap none;

    private KnownFindings(Map<Rule, List<RuleFinding>> byRule, SourceMap none) {
        this.byRule = byRule;
        this.none = none;
    }

    /** The findings about the rules of a load. */
    public static KnownFindings in(LoadedRules rules) {
        KnownFindings known = new KnownFindings(new HashMap<>(), new SourceMap.Builder().build());
        if (areAllLoaded(rules)) {
            List<Rule> all = rules.rules().rules();
            UnknownLists lists = UnknownLists.in(rules);
            List<List<RuleFinding>> found =
                    all.parallelStream().map(rule -> Findings.of(rule, lists)).toList();
            for (int i = 0; i < all.size(); i++) {
                known.byRule.put(known.key(all.get(i)), found.get(i));
            }
        }
        return known;
    }

    private static boolean areAllLoaded(LoadedRules rules) {
        return rules.results().stream().allMatch(LoadResult::successful);
    }

    /**
     * The findings about a rule of {@code rules}.
     *
     * @param lists the check that knows what these define
     */
    List<RuleFinding> of(Rule rule, LoadedRules rules, UnknownLists lists) {
        Optional<List<RuleFinding>> known =
                areAllLoaded(rules) ? Optional.ofNullable(byRule.get(key(rule))) : Optional.empty();
        return known.map(found -> found.stream().map(each -> each.about(rule)).toList())
                .orElseGet(() -> Findings.of(rule, lists));
    }

    /** The rule without the map of its texts, which each load makes. */
    private Rule key(Rule rule) {
        return new Rule(
                rule.name(),
                rule.source(),
                rule.condition(),
                rule.output(),
                rule.priority(),
                rule.tags(),
                rule.enabled(),
                rule.description(),
                rule.place(),
                none);
    }
}
