package io.falconer.compare;

import io.falconer.ruleset.EventTypeSet;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of a version number that must be raised, by the criteria of falcosecurity's rules checker (its command {@code
 * compare}), and why. It looks at names, event types and metadata only.
 */
public record VersionBump(List<String> major, List<String> minor, List<String> patch) {
    public VersionBump {
        major = List.copyOf(major);
        minor = List.copyOf(minor);
        patch = List.copyOf(patch);
    }

    /** {@code major}, {@code minor} or {@code patch}; empty if nothing asks for a new version. */
    public Optional<String> word() {
        return !major.isEmpty()
                ? Optional.of("major")
                : !minor.isEmpty() ? Optional.of("minor") : patch.isEmpty() ? Optional.empty() : Optional.of("patch");
    }

    /** Why: the reasons for the part that {@link #word} names. */
    public List<String> reasons() {
        return !major.isEmpty() ? major : !minor.isEmpty() ? minor : patch;
    }

    static VersionBump of(LoadedRules before, LoadedRules after) {
        return new Criteria(before, after).bump();
    }

    /** The criteria, one by one. */
    private static final class Criteria {
        private final List<String> major = new ArrayList<>();
        private final List<String> minor = new ArrayList<>();
        private final List<String> patch = new ArrayList<>();
        private final Map<String, Rule> before = new LinkedHashMap<>();
        private final Map<String, Rule> after = new LinkedHashMap<>();

        Criteria(LoadedRules before, LoadedRules after) {
            before.rules().rules().forEach(rule -> this.before.put("rule " + rule.name(), rule));
            after.rules().rules().forEach(rule -> this.after.put("rule " + rule.name(), rule));
            Definitions old = new Definitions(before);
            Definitions now = new Definitions(after);
            RequiredVersions.of(before).changesTo(RequiredVersions.of(after), major, minor, patch);
            names(this.before.keySet(), this.after.keySet());
            names(old.names(), now.names());
            old.differingListsFrom(now).forEach(list -> patch.add(list + " has other items"));
            this.before.keySet().stream()
                    .filter(this.after::containsKey)
                    .forEach(name -> rule(
                            name,
                            Objects.requireNonNull(this.before.get(name)),
                            Objects.requireNonNull(this.after.get(name))));
        }

        VersionBump bump() {
            return new VersionBump(major, minor, patch);
        }

        private void names(Set<String> old, Set<String> now) {
            without(old, now).forEach(name -> major.add(name + " was removed"));
            without(now, old).forEach(name -> minor.add(name + " was added"));
        }

        private void rule(String name, Rule old, Rule now) {
            if (old.source() != now.source()) {
                major.add(name + " has another source");
            }
            if (old.enabled() != now.enabled()) {
                (old.enabled() ? major : patch).add(name + (old.enabled() ? " was disabled" : " was enabled"));
            }
            EventTypeSet types = EventTypeSet.of(old.condition(), old.source());
            EventTypeSet others = EventTypeSet.of(now.condition(), now.source());
            if (hasMore(types, others)) {
                major.add(name + " looks at fewer event types");
            }
            if (hasMore(others, types)) {
                patch.add(name + " looks at more event types");
            }
            if (!without(Set.copyOf(old.tags()), Set.copyOf(now.tags())).isEmpty()) {
                major.add(name + " lost tags");
            }
            if (!without(Set.copyOf(now.tags()), Set.copyOf(old.tags())).isEmpty()) {
                patch.add(name + " has more tags");
            }
            int urgency = old.priority().compareTo(now.priority());
            if (urgency < 0) {
                major.add(name + " has a less urgent priority");
            } else if (urgency > 0) {
                patch.add(name + " has a more urgent priority");
            }
            if (Metadata.outputFields(old).size() != Metadata.outputFields(now).size()) {
                patch.add(name + " has other output fields");
            }
        }

        /** Whether one set has types that the other does not have. */
        private static boolean hasMore(EventTypeSet one, EventTypeSet other) {
            if (one.allBut()) {
                return !other.allBut() || !one.names().containsAll(other.names());
            }
            return one.names().stream().anyMatch(type -> !other.contains(type));
        }

        private static Set<String> without(Set<String> all, Set<String> others) {
            Set<String> rest = new TreeSet<>(all);
            rest.removeAll(others);
            return rest;
        }
    }
}
