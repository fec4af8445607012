package io.falconer.lint;

import io.falconer.condition.Right.Text;
import io.falconer.ruleset.ItemType;
import io.falconer.ruleset.LoadedItem;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Rule;
import io.falconer.text.Via;
import io.falconer.yaml.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds names of lists that nothing defines. Falco treats them as texts (section 1.6). Only names that look like names of lists
 * count, and only without quotes.
 */
final class UnknownLists {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)+");
    /** The maximum number of names of one rule that are compared with those of all lists. */
    private static final int MOST_NAMES = 500;

    private static final Pattern MANY = Pattern.compile(".*(?:s|_list)");

    private final Set<String> lists;
    private final Set<String> macros;

    private UnknownLists(Set<String> lists, Set<String> macros) {
        this.lists = lists;
        this.macros = macros;
    }

    /** A check that knows what all files define. */
    static UnknownLists in(LoadedRules rules) {
        return new UnknownLists(names(rules, ItemType.LIST), names(rules, ItemType.MACRO));
    }

    private static Set<String> names(LoadedRules rules, ItemType type) {
        return rules.items()
                .filter(item -> item.type() == type)
                .map(LoadedItem::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.operator().takesList()
                        || clause.comparison().modifier().isPresent())
                .filter(clause -> !clause.isAbout("evt.type"))
                .flatMap(clause -> clause.constants().stream()
                        .filter(constant -> isCandidate(rule, constant))
                        .map(constant -> new Use(clause, constant)))
                .limit(MOST_NAMES)
                .flatMap(use -> mistake(rule, use.clause(), use.constant()).stream())
                .limit(Findings.MOST)
                .toList();
    }

    private record Use(SignedComparison clause, Text constant) {}

    private boolean isCandidate(Rule rule, Text constant) {
        String name = constant.value();
        return NAME.matcher(name).matches()
                && !lists.contains(name)
                && rule.sources().text(constant.span()).equals(name);
    }

    private Optional<RuleFinding> mistake(Rule rule, SignedComparison clause, Text constant) {
        String name = constant.value();
        if (macros.contains(name)) {
            String problem = name + " is a macro and not a list, so " + clause.fieldName()
                    + " is compared with the text \"" + name + "\"";
            return Optional.of(finding(rule, constant, problem)
                    .withHint("use a macro alone: \"and " + name + "\"; if you mean the text, quote it"));
        }
        String problem = "there is no list " + name + ", so " + clause.fieldName() + " is compared with the text \""
                + name + "\"";
        Optional<String> near = Nearest.to(name, lists).filter(list -> beginsLike(list, name));
        if (near.isPresent()) {
            return Optional.of(finding(rule, constant, problem)
                    .withHint("did you mean \"" + near.get() + "\"? If you mean the text, quote it"));
        }
        boolean alone = clause.constants().size() == 1
                && rule.origin(constant.span()).way().stream().noneMatch(step -> step.kind() == Via.Kind.LIST);
        return alone && MANY.matcher(name).matches()
                ? Optional.of(
                        finding(rule, constant, problem).withHint("define the list; if you mean the text, quote it"))
                : Optional.empty();
    }

    private static boolean beginsLike(String list, String name) {
        int same = 0;
        while (same < Math.min(list.length(), name.length()) && list.charAt(same) == name.charAt(same)) {
            same++;
        }
        return same * 2 >= name.length();
    }

    private static RuleFinding finding(Rule rule, Text constant, String problem) {
        return RuleFinding.warning(rule, constant.span(), "unknown-list", problem);
    }
}
