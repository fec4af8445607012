package io.falconer.plan;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import io.falconer.policy.Control;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.Policy;
import io.falconer.policy.TemplateControl;
import io.falconer.ruleset.Priority;
import io.falconer.template.BoundRule;
import io.falconer.template.ContainerFamily;
import io.falconer.template.ObjectPlace;
import io.falconer.template.PodPlace;
import io.falconer.template.PodRequestKind;
import io.falconer.template.RuleSubject;
import io.falconer.template.Templates;
import io.falconer.template.Term;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds to the rules of templates what the policy says: what they check, where, their priority, and the exceptions. */
public final class RulePlan {
    private final Policy policy;
    private final Templates templates;
    private final ExceptionPlan exceptions;

    /** Plans the rules of a policy, with the exceptions that {@code exceptions} plans. */
    public RulePlan(Policy policy, Templates templates, ExceptionPlan exceptions) {
        this.policy = policy;
        this.templates = templates;
        this.exceptions = exceptions;
    }

    /** The rules of a control; empty if no template defines it. */
    public Optional<List<GeneratedRule>> of(Control control) {
        return templates.bind(control.kind(), ControlArguments.of(control)).map(rules -> rules.stream()
                .filter(rule -> isMade(control, rule))
                .flatMap(rule -> rule(
                        rule,
                        List.of(control.scope().match()),
                        control.scope().priority().orElse(policy.priority()),
                        control.scope().tags())
                        .stream())
                .toList());
    }

    /** In the kind of a template, a policy may select checks. */
    private static boolean isMade(Control control, BoundRule rule) {
        return !(control instanceof TemplateControl) || control.checks().contains(rule.check());
    }

    /** The rule for pods with more containers than the others check; empty if none checks containers. */
    public Optional<GeneratedRule> overflow(List<GeneratedRule> rules) {
        Set<ContainerFamily> families = EnumSet.noneOf(ContainerFamily.class);
        Set<NamespaceMatch> matches = new LinkedHashSet<>();
        for (Control control : policy.controls()) {
            rules.stream()
                    .filter(rule -> rule.bound().control().equals(control.kind()))
                    .filter(rule -> !rule.bound().families().isEmpty())
                    .forEach(rule -> {
                        families.addAll(rule.bound().families());
                        matches.add(control.scope().match());
                    });
        }
        if (families.isEmpty()) {
            return Optional.empty();
        }
        return templates.bind(Templates.OVERFLOW, Map.of()).stream()
                .flatMap(List::stream)
                .map(rule -> rule.withFamilies(families))
                .flatMap(rule -> rule(rule, List.copyOf(matches), policy.priority(), List.of()).stream())
                .findFirst();
    }

    private Optional<GeneratedRule> rule(
            BoundRule rule, List<NamespaceMatch> matches, Priority priority, List<String> controlTags) {
        if (NamespaceTerms.of(policy.match(), rule) == Term.Constant.FALSE) {
            return Optional.empty(); // the macro would say so, but such a policy cannot have it
        }
        Set<PodRequestKind> requestKinds = EnumSet.noneOf(PodRequestKind.class);
        Term where =
                Term.or(matches.stream().map(m -> NamespaceTerms.of(m, rule)).toList());
        List<Term> terms = new ArrayList<>();
        ObjectPlace object = ObjectPlace.of(policy.view().path());
        switch (rule.judged()) {
            case PODS -> {
                terms.add(where);
                terms.add(Term.or(podRequests(rule, requestKinds)));
            }
            case OBJECTS -> {
                terms.addAll(PodRequestMacro.accepted());
                terms.add(rule.condition().apply(object));
            }
            case ACCOUNTS -> {
                terms.add(PodRequestMacro.answered());
                terms.add(rule.condition().apply(object));
            }
            case EVENTS -> terms.add(rule.condition().apply(object));
        }
        if (rule.judged() != RuleSubject.PODS) {
            terms.add(NamespaceTerms.of(policy.match(), rule));
            terms.add(where);
        }
        return Term.and(terms) instanceof Term.Of of
                ? Optional.of(new GeneratedRule(
                        policy.name() + ": " + rule.seen(),
                        rule,
                        of.expr(),
                        priority,
                        tags(rule, controlTags),
                        requestKinds,
                        exceptions.of(rule, requestKinds),
                        exceptions.ofContainers(rule).exceptions()))
                : Optional.empty();
    }

    private List<Term> podRequests(BoundRule rule, Set<PodRequestKind> requestKinds) {
        List<Term> terms = new ArrayList<>();
        ContainerExceptions excepted = exceptions.ofContainers(rule);
        for (PodRequestKind requestKind : PodRequestKind.of(policy)) {
            PodPlace place = requestKind
                    .place(policy, rule.families())
                    .except(path -> excepted.excepted(requestKind.podPath(policy), path));
            Term bound = bound(rule, requestKind, place);
            if (bound != Term.Constant.FALSE) {
                requestKinds.add(requestKind);
                Expr macro = new Expr.MacroRef(new PodRequestMacro(requestKind).name(policy), Span.NONE);
                terms.add(Term.and(List.of(new Term.Of(macro), bound)));
            }
        }
        return terms;
    }

    /**
     * When containers are added, the pod's own settings have been checked already. Only the added containers may make a
     * difference.
     */
    private Term bound(BoundRule rule, PodRequestKind requestKind, PodPlace place) {
        String object = policy.view().path();
        Term bound = rule.condition().apply(ObjectPlace.of(object, place));
        PodPlace bare = new PodPlace(place.path(), List.of(), place.maxContainers());
        boolean same = bound.equals(rule.condition().apply(ObjectPlace.of(object, bare)));
        return requestKind == PodRequestKind.EPHEMERAL && same ? Term.Constant.FALSE : bound;
    }

    private List<String> tags(BoundRule rule, List<String> controlTags) {
        Set<String> tags = new LinkedHashSet<>();
        tags.add("falconer");
        tags.add("policy_" + policy.name());
        tags.add("control_" + rule.snakeCheck());
        tags.add("maturity_sandbox");
        tags.addAll(rule.tags());
        tags.addAll(policy.tags());
        tags.addAll(controlTags);
        if (rule.source() == EventSource.SYSCALL) {
            tags.add("container");
        } else {
            tags.add("k8s");
        }
        return List.copyOf(tags);
    }
}
