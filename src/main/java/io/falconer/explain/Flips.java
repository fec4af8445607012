package io.falconer.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Searches for the smallest set of changes that gives a part the other result. Where a check occurs several times, a change of it
 * changes all of them and may undo what another change did, so each set is tried out, and continued if it is not enough.
 */
final class Flips {
    /** The number of sets that are kept of each part if checks occur several times. Otherwise the smallest one is right. */
    private static final int MOST = 12;

    /** The maximum number of sets to try out. */
    private static final int MOST_TRIED = 200;

    private final Part whole;
    private final int most;

    Flips(Part whole) {
        this.whole = whole;
        this.most = repeats(whole, new HashSet<>()) ? MOST : 1;
    }

    private static boolean repeats(Part part, Set<String> known) {
        return part instanceof Part.Check check
                ? !known.add(check.canonical())
                : part.parts().stream().anyMatch(each -> repeats(each, known));
    }

    /** The smallest set that was found; empty if none was. */
    List<Change> fewest() {
        PriorityQueue<List<Change>> open = new PriorityQueue<>(Change.NEAREST);
        Set<Set<String>> known = new HashSet<>();
        open.add(List.of());
        for (int tried = 0; tried < MOST_TRIED && !open.isEmpty(); tried++) {
            List<Change> set = open.remove();
            Set<String> changed = keys(set);
            if (!set.isEmpty() && (most == 1 || evaluate(whole, changed) != whole.holds())) {
                return set;
            }
            for (List<Change> more : flips(whole, changed)) {
                List<Change> next = joined(set, more);
                if (known.add(keys(next))) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static Set<String> keys(List<Change> changes) {
        return changes.stream().map(Change::key).collect(Collectors.toSet());
    }

    /** Sets that flip a part after some changes, the smallest first; none if it takes another change of the same checks. */
    private List<List<Change>> flips(Part part, Set<String> changed) {
        boolean holds = changed.isEmpty() ? part.holds() : evaluate(part, changed);
        return switch (part) {
            case Part.Check check ->
                changed.contains(Change.key(check)) ? List.of() : List.of(List.of(new Change(check)));
            case Part.Tuple tuple
            when holds -> changed.contains(Change.key(tuple)) ? List.of() : List.of(List.of(new Change(tuple)));
            case Part.Tuple tuple -> flips(tuple.inner(), changed);
            case Part.Negation negation -> flips(negation.inner(), changed);
            case Part.Macro macro -> flips(macro.inner(), changed);
            case Part.Excepted exception ->
                holds ? any(exception.values(), changed) : all(exception.values(), true, changed);
            case Part.Junction junction ->
                junction.all() == holds ? any(junction.parts(), changed) : all(junction.parts(), holds, changed);
        };
    }

    /** One of the parts, all of which have the same result, or which each decide alone. */
    private List<List<Change>> any(List<? extends Part> parts, Set<String> changed) {
        return parts.stream()
                .sorted(Comparator.comparingLong(Flips::support).reversed())
                .flatMap(each -> flips(each, changed).stream())
                .sorted(Change.NEAREST)
                .limit(most)
                .toList();
    }

    /** How many parts of an alternative hold already: of equally near ones, people mean the one of which they see most. */
    private static long support(Part part) {
        return part instanceof Part.Junction junction && junction.all()
                ? junction.parts().stream().filter(Part::holds).count()
                : 0;
    }

    /** All of the parts that have this result. */
    private List<List<Change>> all(List<? extends Part> parts, boolean result, Set<String> changed) {
        List<List<Change>> sets = List.of(List.of());
        for (Part part : parts) {
            if ((changed.isEmpty() ? part.holds() : evaluate(part, changed)) == result) {
                List<List<Change>> more = flips(part, changed);
                sets = sets.stream()
                        .flatMap(set -> more.stream().map(each -> joined(set, each)))
                        .sorted(Change.NEAREST)
                        .limit(most)
                        .toList();
            }
        }
        return sets;
    }

    private static List<Change> joined(List<Change> some, List<Change> others) {
        if (some.isEmpty()) {
            return others;
        }
        Map<String, Change> changes = new LinkedHashMap<>();
        some.forEach(change -> changes.put(change.key(), change));
        others.forEach(change -> changes.putIfAbsent(change.key(), change));
        return new ArrayList<>(changes.values());
    }

    /** The result of a part by those of its checks, some of which have the other result. */
    private static boolean evaluate(Part part, Set<String> changed) {
        return switch (part) {
            case Part.Check check -> check.holds() != changed.contains(Change.key(check));
            case Part.Tuple tuple -> evaluate(tuple.inner(), changed) != changed.contains(Change.key(tuple));
            case Part.Macro macro -> evaluate(macro.inner(), changed);
            case Part.Negation negation -> !evaluate(negation.inner(), changed);
            case Part.Excepted exception -> exception.values().stream().noneMatch(each -> evaluate(each, changed));
            case Part.Junction junction ->
                junction.all()
                        ? junction.parts().stream().allMatch(each -> evaluate(each, changed))
                        : junction.parts().stream().anyMatch(each -> evaluate(each, changed));
        };
    }
}
