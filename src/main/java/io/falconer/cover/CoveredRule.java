package io.falconer.cover;

import io.falconer.ruleset.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tests that a rule lacks.
 *
 * @param outcomes how much tests should show: each check true and false with effect, each item of a list, each value of an
 *     exception
 * @param missing how much of it existing tests do not show
 * @param events the events that show it, apart from {@code unshown}
 */
public record CoveredRule(Rule rule, int outcomes, int missing, List<CoverEvent> events, List<Unshown> unshown) {
    public CoveredRule {
        events = List.copyOf(events);
        unshown = List.copyOf(unshown);
    }

    /** A rule for which no events are made. */
    static CoveredRule undecided(JudgedRule judged, String reason) {
        List<Unshown> unshown =
                judged.goals().stream().map(goal -> Unshown.open(goal, reason)).toList();
        return new CoveredRule(judged.rule(), unshown.size(), unshown.size(), List.of(), unshown);
    }

    /** Of what it is proved that no event shows it. */
    public Stream<Unshown> impossible() {
        return unshown.stream().filter(Unshown::proved);
    }

    /** For what no event was found, although there may be one. */
    public Stream<Unshown> undecided() {
        return unshown.stream().filter(each -> !each.proved());
    }
}
