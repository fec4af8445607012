package io.falconer.compare;

import io.falconer.ruleset.Rule;
import io.falconer.verify.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of one rule.
 *
 * @param before the rule as it was; empty if it is new
 * @param after the rule as it is; empty if it was removed
 * @param decision which events it gains ({@code over}) and loses ({@code under}); empty if there is only one version of it
 * @param details other differences, each in a few words: {@code priority NOTICE -> WARNING}
 * @param causes the lists and macros that changed and that the rule uses, each in words: {@code list shell_binaries}
 */
public record RuleChange(
        Kind kind,
        Optional<Rule> before,
        Optional<Rule> after,
        Optional<Decision> decision,
        List<String> details,
        Set<String> causes) {
    public RuleChange {
        details = List.copyOf(details);
        causes = Set.copyOf(causes);
    }

    /** How the events on which the rule fires change. */
    public enum Kind {
        /** It fires on the same events. */
        SAME,
        /** It fires on fewer events. */
        STRICTER,
        /** It fires on more events. */
        LOOSER,
        /** It fires on some events on which it did not, and no longer on others. */
        DIFFERENT,
        /** Whether it fires on the same events could not be decided. */
        UNDECIDED,
        ADDED,
        REMOVED,
        /** It fires on the same events under another name. */
        RENAMED;

        /** As reports write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether events on which the rule fired may no longer have an alert. */
        public boolean maySilence() {
            return switch (this) {
                case STRICTER, DIFFERENT, UNDECIDED, REMOVED -> true;
                case SAME, LOOSER, ADDED, RENAMED -> false;
            };
        }
    }

    /** Whether events on which the rule fired may no longer have an alert. A disabled rule fires on none. */
    public boolean maySilence() {
        return kind.maySilence() && before.filter(Rule::enabled).isPresent();
    }

    /** The rule as it is, or as it was if it was removed. */
    public Rule rule() {
        return after.or(() -> before).orElseThrow();
    }

    /** An event on which the rule fires now, but did not before: a JSON document in one line. */
    public Optional<String> gained() {
        return decision.flatMap(found -> shown(found.over()));
    }

    /** An event on which the rule fired before, and does not now: a JSON document in one line. */
    public Optional<String> lost() {
        return decision.flatMap(found -> shown(found.under()));
    }

    /** Why the change is undecided; empty if it is not. */
    public List<String> reasons() {
        return decision.map(Decision::reasons).orElse(List.of());
    }

    private static Optional<String> shown(Decision.Side side) {
        return side instanceof Decision.Shown(String event) ? Optional.of(event) : Optional.empty();
    }
}
