package io.falconer.tune;

import io.falconer.event.Event;
import io.falconer.field.EventSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Searches for the smallest exceptions that match all false positives and no true positive: first among those that a rule declares,
 * then among new ones. Each compares at least two fields, because one field seldom says why an event is harmless.
 */
final class ProposalSearch {
    private static final int FEWEST_COLUMNS = 2;
    private static final int MOST_COLUMNS = 4;

    /** What new exceptions may compare, the most specific first. */
    private static final List<Column> SYSCALL = List.of(
            new Column("proc.name", "="),
            new Column("container.image.repository", "="),
            new Column("proc.exepath", "="),
            new Column("proc.pname", "="),
            new Column("k8s.ns.name", "="),
            new Column("fd.name", "="),
            new Column("user.name", "="),
            new Column("k8s.pod.name", "startswith"),
            new Column("fd.directory", "="),
            new Column("proc.cmdline", "="),
            new Column("container.name", "="));

    private static final List<Column> AUDIT = List.of(
            new Column("ka.user.name", "="),
            new Column("ka.target.namespace", "="),
            new Column("ka.target.name", "="),
            new Column("ka.target.name", "startswith"),
            new Column("ka.req.pod.containers.image.repository", "in"),
            new Column("ka.target.resource", "="),
            new Column("ka.target.subresource", "="),
            new Column("ka.useragent", "="),
            new Column("ka.verb", "="));

    private final List<Event> falsePositives;
    private final List<Event> truePositives;

    ProposalSearch(List<Event> falsePositives, List<Event> truePositives) {
        this.falsePositives = falsePositives;
        this.truePositives = truePositives;
    }

    /** What new exceptions from rules of a source may compare. */
    static List<Column> columns(EventSource source) {
        return switch (source) {
            case SYSCALL -> SYSCALL;
            case K8S_AUDIT -> AUDIT;
        };
    }

    /** All that fit, the best first. {@code declared} are the exceptions that the rule declares, without values. */
    List<Proposal> search(EventSource source, List<Proposal> declared) {
        List<Proposal> found = new ArrayList<>();
        for (Proposal known : declared) {
            boolean isSpecific = known.columns().size() >= FEWEST_COLUMNS
                    && known.columns().stream().noneMatch(Column::isRandom);
            if (isSpecific) {
                fitting(known.name(), true, known.columns()).ifPresent(found::add);
            }
        }
        Set<String> names = declared.stream().map(Proposal::name).collect(Collectors.toSet());
        subsets(columns(source), 0, List.of(), columns -> {
            String name = String.join(
                    "_and_",
                    columns.stream()
                            .map(column -> column.field().replaceAll("[^a-z0-9]+", "_"))
                            .toList());
            fitting(names.contains(name) ? name + "_2" : name, false, columns).ifPresent(found::add);
        });
        return found.stream()
                .sorted(Comparator.comparing((Proposal proposal) -> !proposal.declared())
                        .thenComparing(proposal -> proposal.rows().size())
                        .thenComparing(proposal -> proposal.columns().size()))
                .toList();
    }

    private Optional<Proposal> fitting(String name, boolean declared, List<Column> columns) {
        return Proposal.matching(name, declared, columns, falsePositives)
                .filter(proposal -> truePositives.stream().noneMatch(proposal::matches));
    }

    /** Visits the selections of columns of different fields, in their order. */
    private static void subsets(List<Column> all, int from, List<Column> chosen, Consumer<List<Column>> visitor) {
        if (chosen.size() >= FEWEST_COLUMNS) {
            visitor.accept(chosen);
        }
        for (int i = from; i < all.size() && chosen.size() < MOST_COLUMNS; i++) {
            Column next = all.get(i);
            if (chosen.stream().noneMatch(column -> column.field().equals(next.field()))) {
                List<Column> more = new ArrayList<>(chosen);
                more.add(next);
                subsets(all, i + 1, List.copyOf(more), visitor);
            }
        }
    }

    /** A false and a true positive that no column distinguishes. */
    record Pair(Event falsePositive, Event truePositive) {}

    /** The first such pair. */
    Optional<Pair> alike(EventSource source, List<Proposal> declared) {
        List<Column> all = new ArrayList<>(columns(source));
        declared.forEach(known ->
                known.columns().stream().filter(column -> !column.isRandom()).forEach(all::add));
        for (Event noise : falsePositives) {
            for (Event real : truePositives) {
                boolean alike = all.stream().allMatch(column -> column.constant(noise)
                        .map(constant -> column.matches(real, constant))
                        .orElse(true));
                if (alike) {
                    return Optional.of(new Pair(noise, real));
                }
            }
        }
        return Optional.empty();
    }
}
