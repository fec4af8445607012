package io.falconer.tune;

import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.SyscallEvent;
import io.falconer.generate.ExceptionItem;
import io.falconer.logic.Deadline;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.text.SourceFile;
import io.falconer.verify.Decision;
import io.falconer.verify.RuleComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds exceptions from one rule. Each is loaded as Falco loads it and tried on all events before it counts. */
public final class Tuning {
    private static final int MOST_ALTERNATIVES = 3;

    private final LoadedRules rules;
    private final Emulation emulation;
    private final Rule rule;
    private final List<Event> falsePositives;
    private final List<Event> truePositives;
    private final Deadline deadline;

    /**
     * A search.
     *
     * @param rule one of {@code rules}, which fires on all these events, except on alerts that did not record what it reads
     * @param deadline when proofs must end
     */
    public Tuning(
            LoadedRules rules,
            Emulation emulation,
            Rule rule,
            List<Event> falsePositives,
            List<Event> truePositives,
            Deadline deadline) {
        this.rules = rules;
        this.emulation = emulation;
        this.rule = rule;
        this.falsePositives = List.copyOf(falsePositives);
        this.truePositives = List.copyOf(truePositives);
        this.deadline = deadline;
    }

    /** The best exceptions, or why there is none. */
    public TuningResult find() {
        List<Proposal> declared = DeclaredExceptions.of(rules, rule.name());
        ProposalSearch search = new ProposalSearch(falsePositives, truePositives);
        List<Proposal> fitting = search.search(rule.source(), declared);
        List<Tuned> found = fitting.stream()
                .filter(proposal -> !proposal.lists(falsePositives.size()))
                .flatMap(proposal -> tried(proposal).stream())
                .limit(MOST_ALTERNATIVES)
                .toList();
        if (found.isEmpty() && fitting.stream().anyMatch(proposal -> proposal.lists(falsePositives.size()))) {
            return new TuningResult.Refused(
                    "each false positive needs a tuple of values of its own",
                    "give false positives that have something in common, or change the condition of the rule");
        }
        return found.isEmpty()
                ? refused(search, declared)
                : new TuningResult.Found(found, falsePositives.size(), truePositives.size());
    }

    private TuningResult refused(ProposalSearch search, List<Proposal> declared) {
        return search.alike(rule.source(), declared)
                .map(pair -> new TuningResult.Refused(
                        "the false positive at " + pair.falsePositive().origin() + " and the true positive at "
                                + pair.truePositive().origin() + " cannot be distinguished",
                        "no field that an exception may compare differs; look again at which of them is harmless"))
                .orElseGet(() -> new TuningResult.Refused(
                        "no exception of two to four fields silences all false positives and keeps all true positives",
                        "give fewer false positives, such as those of one program or team"));
    }

    /** The proposal with what is known of it, if it does what it should. */
    private Optional<Tuned> tried(Proposal proposal) {
        String item = ExceptionItem.of(
                rule.name(),
                proposal.name(),
                proposal.declared()
                        ? List.of()
                        : proposal.columns().stream()
                                .map(column -> new ExceptionItem.Column(column.field(), column.comparison()))
                                .toList(),
                proposal.columns().stream()
                        .map(column -> column.comparison().equals("in"))
                        .toList(),
                proposal.rows());
        LoadedRules with = with(item);
        LoadResult loaded = with.results().getLast();
        if (!loaded.successful() || !loaded.warnings().isEmpty()) {
            return Optional.empty();
        }
        Rule changed = with.rules().rules().stream()
                .filter(each -> each.name().equals(rule.name()))
                .findFirst()
                .orElseThrow();
        Engine engine = Engine.of(with.rules(), RuleMatching.ALL, Priority.DEBUG);
        boolean silences = falsePositives.stream().noneMatch(event -> engine.fires(changed, List.of(event)));
        boolean keeps =
                truePositives.stream().allMatch(event -> isRecorded(event) || engine.fires(changed, List.of(event)));
        if (!silences || !keeps) {
            return Optional.empty();
        }
        Decision decision = new RuleComparison(rules.rules(), with.rules(), deadline).compare(rule, changed);
        return Optional.of(new Tuned(
                proposal,
                proposal.rows().stream().map(row -> sentence(proposal, row)).toList(),
                item,
                decision.under() instanceof Decision.Shown(String event) ? Optional.of(event) : Optional.empty(),
                decision.reasons()));
    }

    /** The rules with one item more. */
    private LoadedRules with(String item) {
        return LoadedRules.of(
                Stream.concat(
                        rules.files().stream().map(LoadedFile::source),
                        Stream.of(SourceFile.of("exceptions.yaml", item))),
                emulation,
                DefinitionFinder.NOWHERE);
    }

    /** Whether the rule fires on an event with an exception. */
    public Predicate<Event> firing(Tuned tuned) {
        Engine engine = Engine.of(with(tuned.item()).rules(), RuleMatching.ALL, Priority.DEBUG);
        return event -> engine.fires(rule, List.of(event));
    }

    private static boolean isRecorded(Event event) {
        return event instanceof SyscallEvent syscall && syscall.recorded();
    }

    private static String sentence(Proposal proposal, List<String> row) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = proposal.columns().get(i);
            String verb =
                    switch (column.comparison()) {
                        case "startswith" -> " begins with ";
                        case "endswith" -> " ends with ";
                        case "contains" -> " contains ";
                        case "pmatch" -> " is at or below ";
                        default -> " is ";
                    };
            words.add(column.field() + verb + "`" + row.get(i) + "`");
        }
        return "every event whose " + String.join(" and ", words);
    }
}
