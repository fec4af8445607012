package io.falconer.cover;

import io.falconer.condition.Expr;
import io.falconer.model.DraftEvent;
import io.falconer.verify.EventSearch;
import io.falconer.verify.Given;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes the events that a rule's tests lack. For each check, one event shows it true with effect, and another one false: a change
 * of this check alone makes the rule fire or stay silent (MC/DC). One event may show several goals. All differ as little as
 * possible from the first one.
 */
final class RuleCover {
    /** How many events to look for a twin of. */
    private static final int MOST_TWINS = 4;

    private final JudgedRule judged;
    private final EventSearch search;
    private final List<CoverEvent> events = new ArrayList<>();
    private final List<Unshown> unshown = new ArrayList<>();
    private final Set<Goal> missing;
    private final Set<Goal> open;

    private RuleCover(JudgedRule judged, EventSearch search, List<Goal> missing) {
        this.judged = judged;
        this.search = search;
        this.missing = new LinkedHashSet<>(missing);
        this.open = new LinkedHashSet<>(missing);
    }

    /**
     * The events that are missing.
     *
     * @param known what the events of existing tests show
     */
    static CoveredRule of(JudgedRule judged, EventSearch search, List<Shown> known) {
        List<Goal> missing = judged.goals().stream()
                .filter(goal -> known.stream().noneMatch(shown -> shown.shows(goal)))
                .toList();
        RuleCover cover = new RuleCover(judged, search, missing);
        Stream.of(true, false)
                .flatMap(isCheck -> Stream.of(true, false).flatMap(fires -> missing.stream()
                        .filter(goal -> goal.isCheck() == isCheck && goal.fires() == fires)))
                .forEach(cover::reach);
        return new CoveredRule(judged.rule(), judged.goals().size(), missing.size(), cover.needed(), cover.unshown);
    }

    private void reach(Goal goal) {
        if (!open.remove(goal)) {
            return;
        }
        Predicate<DraftEvent> shows =
                draft -> judged.shown(draft).filter(shown -> shown.shows(goal)).isPresent();
        Optional<DraftEvent> twin =
                Stream.concat(substitutes(goal, shows), twins(goal, shows)).findFirst();
        if (twin.isPresent()) {
            add(goal, twin.get());
            return;
        }
        switch (search.find(goal.wanted(), goal.check(), goal.fires(), base(), shows)) {
            case EventSearch.Found(DraftEvent draft) -> add(goal, draft);
            case EventSearch.Never(List<Given> because) -> unshown.add(Unshown.never(judged.rule(), goal, because));
            case EventSearch.Open(String reason) -> unshown.add(Unshown.open(goal, reason));
        }
    }

    private DraftEvent base() {
        return events.isEmpty() ? search.nothing() : events.getFirst().draft();
    }

    /** Events with the constant of the goal in the place of another value. */
    private Stream<DraftEvent> substitutes(Goal goal, Predicate<DraftEvent> shows) {
        return goal.item().stream()
                .flatMap(text -> near(goal).flatMap(near -> search.with(near.draft(), goal.check(), text)))
                .filter(shows);
    }

    private Stream<DraftEvent> twins(Goal goal, Predicate<DraftEvent> shows) {
        return near(goal).flatMap(near -> search.twin(fixed(goal, near), goal.check(), near.draft(), shows).stream());
    }

    /** Events that may differ from a wanted one only by what the part looks at: the first one, and others about the part. */
    private Stream<CoverEvent> near(Goal goal) {
        return Stream.concat(events.stream().limit(1), events.stream().filter(event -> event.shows().stream()
                        .anyMatch(each -> each.check() == goal.check())))
                .distinct()
                .limit(MOST_TWINS);
    }

    /** What is wanted, and all checks that have nothing to do with the part as they are. */
    private List<Given> fixed(Goal goal, CoverEvent near) {
        List<Given> fixed = new ArrayList<>(goal.wanted());
        checks(judged.rule().condition(), goal, near.shown(), fixed);
        return fixed;
    }

    private void checks(Expr expr, Goal goal, Shown shown, List<Given> fixed) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(each -> checks(each, goal, shown, fixed));
            case Expr.Or or -> or.operands().forEach(each -> checks(each, goal, shown, fixed));
            case Expr.Not not -> checks(not.operand(), goal, shown, fixed);
            case Expr.MacroRef macro -> {}
            case Expr.Exists check -> fix(check, goal, shown, fixed);
            case Expr.Comparison check -> fix(check, goal, shown, fixed);
        }
    }

    private void fix(Expr check, Goal goal, Shown shown, List<Given> fixed) {
        if (!search.isRelated(goal.check(), check)) {
            fixed.add(new Given(check, shown.holds(check)));
        }
    }

    private void add(Goal goal, DraftEvent draft) {
        Shown shown = judged.shown(draft).orElseThrow();
        List<Goal> shows = missing.stream().filter(shown::shows).toList();
        events.add(new CoverEvent(draft, goal, shown, shows));
        shows.forEach(open::remove);
    }

    /** Leaves out events that show nothing that others do not; the first one stays, because the others are changes of it. */
    private List<CoverEvent> needed() {
        Map<Goal, Integer> counts = new HashMap<>();
        events.forEach(event -> event.shows().forEach(goal -> counts.merge(goal, 1, Integer::sum)));
        Deque<CoverEvent> needed = new ArrayDeque<>();
        for (CoverEvent event : events.reversed()) {
            boolean isFirst = event.equals(events.getFirst());
            if (isFirst || event.shows().stream().anyMatch(goal -> counts.getOrDefault(goal, 0) == 1)) {
                needed.addFirst(event);
            } else {
                event.shows().forEach(goal -> counts.merge(goal, -1, Integer::sum));
            }
        }
        return List.copyOf(needed);
    }
}
