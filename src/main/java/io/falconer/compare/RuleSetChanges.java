package io.falconer.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a change of rules changes.
 *
 * @param rules those that there are, in their order, then those that were removed
 * @param definitions the lists and macros that are defined otherwise, in words: {@code list shell_binaries}
 * @param notCompared what happened to rules of sources that no plugin provides, which cannot be compared, in words
 * @param recorded what changes for recorded events; empty if none were judged
 */
public record RuleSetChanges(
        List<RuleChange> rules,
        Set<String> definitions,
        List<String> notCompared,
        VersionBump version,
        Optional<RecordedAlerts> recorded) {
    public RuleSetChanges {
        rules = List.copyOf(rules);
        definitions = Set.copyOf(definitions);
        notCompared = List.copyOf(notCompared);
    }

    /** The same with what changes for recorded events. */
    public RuleSetChanges with(RecordedAlerts alerts) {
        return new RuleSetChanges(rules, definitions, notCompared, version, Optional.of(alerts));
    }

    /** Whether events on which rules fired may no longer have an alert, or recorded ones have none. */
    public boolean maySilence() {
        return rules.stream().anyMatch(RuleChange::maySilence)
                || !notCompared.isEmpty()
                || recorded.filter(alerts -> alerts.events(AlertChange.Kind.LOST) > 0)
                        .isPresent();
    }

    /** The rules that change in this way. */
    public List<RuleChange> of(RuleChange.Kind kind) {
        return rules.stream().filter(change -> change.kind() == kind).toList();
    }

    /** The number of rules of each kind; kinds without rules are left out. */
    public Map<RuleChange.Kind, Long> counts() {
        return rules.stream().collect(Collectors.groupingBy(RuleChange::kind, TreeMap::new, Collectors.counting()));
    }

    /** The rules that a changed list or macro is in, and that fire on other events. */
    public Map<String, List<String>> reach() {
        Map<String, List<String>> reach = new TreeMap<>();
        for (String definition : definitions) {
            reach.put(
                    definition,
                    rules.stream()
                            .filter(change -> change.kind() != RuleChange.Kind.UNDECIDED)
                            .filter(change -> change.causes().contains(definition))
                            .map(change -> change.rule().name())
                            .toList());
        }
        return reach;
    }
}
