package io.falconer.verify;

import io.falconer.language.Automaton;
import io.falconer.model.Atom;
import io.falconer.model.Atoms;
import io.falconer.model.Requirement;
import io.falconer.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Joins checks, so that a solver need not learn how they depend on each other. A row says that values of some subjects lie in
 * sets, such as a namespace and an image. Of alternatives that differ in one set only, the union makes one row: a list of images
 * is one check, however long it is. What must not hold is joined as alternatives are.
 */
final class Joining {
    private final Atoms reader;

    Joining(Atoms reader) {
        this.reader = reader;
    }

    /** A tree that means the same, with fewer checks. */
    CheckTree joined(CheckTree tree) {
        return switch (tree) {
            case CheckTree.All all -> all(conjuncts(all).toList());
            case CheckTree.Any any -> any(alternatives(any).toList());
            case CheckTree.Not(CheckTree part) -> new CheckTree.Not(joined(part));
            case CheckTree.Check check -> check;
        };
    }

    private static Stream<CheckTree> conjuncts(CheckTree tree) {
        return tree instanceof CheckTree.All(var parts) ? parts.stream().flatMap(Joining::conjuncts) : Stream.of(tree);
    }

    private static Stream<CheckTree> alternatives(CheckTree tree) {
        return tree instanceof CheckTree.Any(var parts)
                ? parts.stream().flatMap(Joining::alternatives)
                : Stream.of(tree);
    }

    private CheckTree all(List<CheckTree> parts) {
        List<CheckTree> conjuncts = new ArrayList<>();
        List<CheckTree> excluded = new ArrayList<>();
        for (CheckTree part : parts) {
            if (part instanceof CheckTree.Not(CheckTree inner)) {
                excluded.add(inner);
            } else {
                conjuncts.add(joined(part));
            }
        }
        if (!excluded.isEmpty()) {
            conjuncts.add(new CheckTree.Not(
                    any(excluded.stream().flatMap(Joining::alternatives).toList())));
        }
        return conjuncts.size() == 1 ? conjuncts.getFirst() : new CheckTree.All(conjuncts);
    }

    private CheckTree any(List<CheckTree> parts) {
        List<Map<Subject, Automaton>> rows = new ArrayList<>();
        List<CheckTree> alternatives = new ArrayList<>();
        for (CheckTree part : parts) {
            CheckTree joined = joined(part);
            row(joined).ifPresentOrElse(rows::add, () -> alternatives.add(joined));
        }
        rows(rows).forEach(row -> alternatives.add(tree(row)));
        return alternatives.size() == 1 ? alternatives.getFirst() : new CheckTree.Any(alternatives);
    }

    /** The row that a tree is, if it is one. */
    private static Optional<Map<Subject, Automaton>> row(CheckTree tree) {
        Map<Subject, Automaton> row = new LinkedHashMap<>();
        for (CheckTree part : conjuncts(tree).toList()) {
            if (!(part instanceof CheckTree.Check(var key, Atom(var subjects, Requirement.One(Automaton set))))
                    || row.put(subjects.getFirst(), set) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(row);
    }

    private static CheckTree tree(Map<Subject, Automaton> row) {
        List<CheckTree> checks = new ArrayList<>();
        row.forEach((subject, set) -> checks.add(CheckTree.Check.of(subject, new Requirement.One(set))));
        return checks.size() == 1 ? checks.getFirst() : new CheckTree.All(checks);
    }

    /** Fewer rows, of which one holds whenever one of {@code rows} does. */
    private List<Map<Subject, Automaton>> rows(List<Map<Subject, Automaton>> rows) {
        Set<Subject> subjects = new LinkedHashSet<>();
        rows.forEach(row -> subjects.addAll(row.keySet()));
        List<Map<Subject, Automaton>> joined = rows;
        for (Subject subject : subjects) {
            Map<Map<Subject, Automaton>, Set<Automaton>> alike = new LinkedHashMap<>();
            List<Map<Subject, Automaton>> next = new ArrayList<>();
            for (Map<Subject, Automaton> row : joined) {
                Map<Subject, Automaton> rest = new LinkedHashMap<>(row);
                Automaton set = rest.remove(subject);
                if (set == null) {
                    next.add(row);
                } else {
                    alike.computeIfAbsent(rest, r -> new LinkedHashSet<>()).add(set);
                }
            }
            alike.forEach((rest, sets) -> unions(subject, sets).forEach(set -> {
                Map<Subject, Automaton> row = new LinkedHashMap<>(rest);
                row.put(subject, set);
                next.add(row);
            }));
            joined = next;
        }
        return joined;
    }

    private Set<Automaton> unions(Subject subject, Set<Automaton> sets) {
        return sets.size() == 1
                ? sets
                : reader.union(subject, sets).map(Set::of).orElse(sets);
    }
}
