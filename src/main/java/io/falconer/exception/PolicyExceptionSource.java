package io.falconer.exception;

import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.field.EventSource;
import io.falconer.generate.Bundle;
import io.falconer.generate.ExceptionWarnings;
import io.falconer.generate.RuleNeeds;
import io.falconer.logic.Deadline;
import io.falconer.policy.ControlRef;
import io.falconer.policy.ExceptionKey;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.Team;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The exceptions of a policy. What one of them does is found by comparing the rules that are generated with it and without it.
 */
public final class PolicyExceptionSource implements ExceptionSource {
    private final Bundle bundle;
    private final Policy policy;
    private final List<Diagnostic> warnings;
    private final LocalDate today;
    private final List<PolicyException> holding;
    private final PolicyVariants variants;

    /**
     * The exceptions of a policy.
     *
     * @param bundle what is generated from the policy on this day
     * @param warnings those about the policy
     * @param today the day on which exceptions must still be valid
     * @param loading loads generated rules
     */
    public PolicyExceptionSource(
            Bundle bundle,
            List<Diagnostic> warnings,
            Templates templates,
            LocalDate today,
            Function<Bundle, RulesInForce> loading) {
        this.bundle = bundle;
        this.policy = bundle.policy();
        this.warnings = List.copyOf(warnings);
        this.today = today;
        this.holding = policy.exceptions().stream()
                .filter(exception -> !exception.expired(today))
                .toList();
        this.variants = new PolicyVariants(policy, holding, templates, loading);
        variants.with(holding); // if the rules do not load, this is the time to say so
    }

    @Override
    public List<ListedException> exceptions() {
        return policy.exceptions().stream().map(this::listed).toList();
    }

    @Override
    public List<Set<EventSource>> eventSources() {
        return policy.exceptions().stream().map(this::eventSources).toList();
    }

    private Set<EventSource> eventSources(PolicyException exception) {
        return bundle.needs().stream()
                .filter(rule -> rule.control()
                        .filter(control -> exception.covers(control.kind(), rule.check()))
                        .isPresent())
                .map(RuleNeeds::source)
                .collect(Collectors.toSet());
    }

    private ListedException listed(PolicyException exception) {
        List<Diagnostic> findings = new ArrayList<>();
        wide(exception).ifPresent(findings::add);
        warnings.stream()
                .filter(warning -> warning.code().equals("unmatched-exception")
                        && warning.location().filter(exception.place()::equals).isPresent())
                .forEach(findings::add);
        if (!exception.expired(today)) {
            holding.stream()
                    .filter(other -> isOfOtherTeam(exception, other) && MatchOverlap.overlap(policy, exception, other))
                    .map(
                            other -> Diagnostic.warning(
                                            "overlapping-exception",
                                            "exception \"" + exception.name() + "\" overlaps \"" + other.name()
                                                    + "\" of team "
                                                    + other.team()
                                                            .map(Team::name)
                                                            .orElse(""),
                                            exception.place())
                                    .withHint(
                                            "both silence some alerts; let one team answer for them, and make the other exception narrower"))
                    .forEach(findings::add);
        }
        return new ListedException(
                exception.name(),
                exception.controls().stream().map(ControlRef::toString).toList(),
                exception.team().map(Team::name),
                exception.owner().or(() -> exception.team().flatMap(Team::owner)),
                exception.reason(),
                exception.expires(),
                MatchWords.joined(keys(exception)
                        .map(keys -> new MatchWords(exception).of(keys))
                        .toList()),
                exception.place(),
                Optional.empty(),
                findings);
    }

    private static boolean isOfOtherTeam(PolicyException one, PolicyException other) {
        return one.team().isPresent() && other.team().isPresent() && !one.team().equals(other.team());
    }

    /** What the events of the checks that an exception covers contain, one entry for each check. */
    private Stream<List<ExceptionKey>> keys(PolicyException exception) {
        return policy.controls().stream()
                .flatMap(control -> control.checks().stream()
                        .filter(check -> exception.covers(control.kind(), check))
                        .map(control::exceptionKeys))
                .filter(keys -> keys.containsAll(exception.match().keys()));
    }

    private Optional<Diagnostic> wide(PolicyException exception) {
        Set<ExceptionKey> given = exception.match().keys();
        boolean isNarrow = given.contains(ExceptionKey.IMAGE) || given.contains(ExceptionKey.PROCESS);
        boolean canBeNarrow = keys(exception).anyMatch(keys -> keys.contains(ExceptionKey.IMAGE));
        return ExceptionWarnings.ofMatch(exception)
                .or(() -> isNarrow || !canBeNarrow
                        ? Optional.empty()
                        : Optional.of(Diagnostic.warning(
                                        "wide-exception",
                                        "exception \"" + exception.name()
                                                + "\" silences whatever the image or process is",
                                        exception.place())
                                .withHint("add an image or a process to \"match\", unless the reason is about all of"
                                        + " them")));
    }

    @Override
    public List<Integer> silencing(Event event) {
        return variants.silencing(event);
    }

    @Override
    public Proved prove(Deadline deadline) {
        return new EffectProofs(bundle, holding, variants, deadline).prove();
    }
}
