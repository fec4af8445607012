package io.falconer.compare;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.logic.Deadline;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Rule;
import io.falconer.text.Via;
import io.falconer.verify.Decision;
import io.falconer.verify.RuleComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two rule sets, rule by rule. A rule without a namesake may have another name in the other set. */
public final class RuleSetComparison {
    private final LoadedRules before;
    private final LoadedRules after;
    private final RuleComparison proofs;
    private final Set<String> changed;

    private RuleSetComparison(LoadedRules before, LoadedRules after, Deadline deadline) {
        this.before = before;
        this.after = after;
        this.proofs = new RuleComparison(before.rules(), after.rules(), deadline);
        this.changed = new Definitions(before).differingFrom(new Definitions(after));
    }

    /**
     * What becomes of each rule: those of {@code after} in their order, then those that were removed. Both sets are those of one
     * release of Falco.
     *
     * @param deadline when to give up; what is not decided then is undecided
     */
    public static RuleSetChanges of(LoadedRules before, LoadedRules after, Deadline deadline) {
        RuleSetComparison comparison = new RuleSetComparison(before, after, deadline);
        return new RuleSetChanges(
                comparison.changes(),
                comparison.changed,
                OtherSources.changes(before, after),
                VersionBump.of(before, after),
                Optional.empty());
    }

    private List<RuleChange> changes() {
        Map<String, Rule> old = byName(before);
        Map<String, Rule> now = byName(after);
        List<Rule> gone = old.values().stream()
                .filter(rule -> !now.containsKey(rule.name()))
                .collect(Collectors.toCollection(ArrayList::new));
        List<RuleChange> changes = new ArrayList<>();
        for (Rule rule : now.values()) {
            Optional<Rule> namesake = Optional.ofNullable(old.get(rule.name()));
            Optional<Rule> renamed = namesake.isPresent() ? Optional.empty() : renamed(rule, gone);
            renamed.ifPresent(gone::remove);
            changes.add(namesake.map(was -> changed(was, rule))
                    .or(() -> renamed.map(was -> change(
                            RuleChange.Kind.RENAMED,
                            Optional.of(was),
                            Optional.of(rule),
                            Optional.empty(),
                            Stream.concat(
                                            Stream.of("was \"" + was.name() + "\""),
                                            Metadata.differences(was, rule).stream())
                                    .toList())))
                    .orElseGet(() -> change(
                            RuleChange.Kind.ADDED, Optional.empty(), Optional.of(rule), Optional.empty(), List.of())));
        }
        gone.forEach(rule -> changes.add(
                change(RuleChange.Kind.REMOVED, Optional.of(rule), Optional.empty(), Optional.empty(), List.of())));
        return changes;
    }

    private static Map<String, Rule> byName(LoadedRules rules) {
        Map<String, Rule> byName = new LinkedHashMap<>();
        rules.rules().rules().forEach(rule -> byName.put(rule.name(), rule));
        return byName;
    }

    /** The rule among {@code gone} that fires on the same events. */
    private Optional<Rule> renamed(Rule rule, List<Rule> gone) {
        return gone.stream()
                .filter(was -> was.source() == rule.source() && was.enabled() == rule.enabled())
                .filter(was -> proofs.compare(was, rule).isProved())
                .findFirst();
    }

    private RuleChange changed(Rule was, Rule rule) {
        Decision decision = proofs.compare(was, rule);
        List<String> details = new ArrayList<>(Metadata.differences(was, rule));
        if (was.enabled() != rule.enabled()) {
            details.addFirst(rule.enabled() ? "enabled" : "disabled");
            RuleChange.Kind kind = rule.enabled() ? RuleChange.Kind.LOOSER : RuleChange.Kind.STRICTER;
            return change(kind, Optional.of(was), Optional.of(rule), Optional.empty(), details);
        }
        if (was.source() != rule.source()) {
            details.addFirst(
                    "source " + was.source().id() + " -> " + rule.source().id());
            return change(RuleChange.Kind.DIFFERENT, Optional.of(was), Optional.of(rule), Optional.empty(), details);
        }
        if (!rule.enabled() && !decision.isProved()) {
            details.addFirst("another condition, but disabled in both");
            return change(RuleChange.Kind.SAME, Optional.of(was), Optional.of(rule), Optional.empty(), details);
        }
        return change(kind(decision), Optional.of(was), Optional.of(rule), Optional.of(decision), details);
    }

    private static RuleChange.Kind kind(Decision decision) {
        if (!decision.reasons().isEmpty()) {
            boolean both = decision.over() instanceof Decision.Shown && decision.under() instanceof Decision.Shown;
            return both ? RuleChange.Kind.DIFFERENT : RuleChange.Kind.UNDECIDED;
        }
        boolean gains = decision.over() instanceof Decision.Shown;
        boolean loses = decision.under() instanceof Decision.Shown;
        return gains
                ? (loses ? RuleChange.Kind.DIFFERENT : RuleChange.Kind.LOOSER)
                : (loses ? RuleChange.Kind.STRICTER : RuleChange.Kind.SAME);
    }

    private RuleChange change(
            RuleChange.Kind kind,
            Optional<Rule> was,
            Optional<Rule> rule,
            Optional<Decision> decision,
            List<String> details) {
        Set<String> causes = new TreeSet<>();
        if (was.isPresent() && rule.isPresent() && kind != RuleChange.Kind.SAME && kind != RuleChange.Kind.RENAMED) {
            Stream.of(was, rule)
                    .flatMap(Optional::stream)
                    .flatMap(each -> uses(each, each.condition()))
                    .filter(changed::contains)
                    .forEach(causes::add);
        }
        return new RuleChange(kind, was, rule, decision, details, new LinkedHashSet<>(causes));
    }

    /** The lists and macros that brought checks into a condition, in words. */
    private static Stream<String> uses(Rule rule, Expr condition) {
        return switch (condition) {
            case Expr.And and -> and.operands().stream().flatMap(each -> uses(rule, each));
            case Expr.Or or -> or.operands().stream().flatMap(each -> uses(rule, each));
            case Expr.Not not -> uses(rule, not.operand());
            case Expr.MacroRef macro -> Stream.empty();
            case Expr.Exists exists -> ways(rule, exists);
            case Expr.Comparison comparison ->
                Stream.concat(
                        ways(rule, comparison),
                        comparison.right() instanceof Right.TextList list
                                ? list.items().stream()
                                        .flatMap(item ->
                                                words(rule.origin(item.span()).way()))
                                : Stream.empty());
        };
    }

    private static Stream<String> ways(Rule rule, Expr check) {
        return words(rule.origin(check.span()).way());
    }

    private static Stream<String> words(List<Via> way) {
        return way.stream().flatMap(via -> Definitions.words(via).stream());
    }
}
