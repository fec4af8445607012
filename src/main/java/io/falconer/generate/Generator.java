package io.falconer.generate;

import io.falconer.field.EventSource;
import io.falconer.meaning.PolicyMeaning;
import io.falconer.plan.ConstantLengths;
import io.falconer.plan.ExceptionPlan;
import io.falconer.plan.GeneratedRule;
import io.falconer.plan.PlannedControl;
import io.falconer.plan.RuleNames;
import io.falconer.plan.RulePlan;
import io.falconer.policy.Control;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.proof.ControlUnderProof;
import io.falconer.proof.NamespaceSamples;
import io.falconer.proof.ProofCase;
import io.falconer.proof.Proofs;
import io.falconer.proof.RuleUnderProof;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes Falco rules from a policy. The same policy, templates and day give the same bytes. The rules load in Falco without
 * errors and warnings, and no value of the policy can change the structure of a condition.
 */
public final class Generator {
    private Generator() {}

    /**
     * The bundle of a policy.
     *
     * @param asOf the day on which exceptions must still be valid; exceptions that expired are left out with a warning
     */
    public static Outcome<Bundle> generate(Policy policy, Templates templates, LocalDate asOf) {
        List<Diagnostic> problems = new ArrayList<>();
        List<PolicyException> holding = holding(policy, asOf, problems);
        RulePlan plan = new RulePlan(policy, templates, new ExceptionPlan(policy, holding));
        List<PlannedControl> controls = new ArrayList<>();
        for (Control control : policy.controls()) {
            plan.of(control)
                    .ifPresentOrElse(
                            rules -> controls.add(new PlannedControl(control, rules)),
                            () -> problems.add(Diagnostic.error(
                                    "no-template",
                                    "no rule template defines the control kind \"" + control.kind() + "\"",
                                    control.scope().place())));
        }
        policy.controls().stream()
                .filter(control -> NamespaceSamples.judged(policy, control, List.of(), name -> true)
                        .isEmpty())
                .forEach(control -> problems.add(Diagnostic.warning(
                                "judges-nothing",
                                "this " + control.kind() + " control does not apply to any namespace",
                                control.scope().place())
                        .withHint("its match and the policy's must have namespaces in common")));
        problems.addAll(UnmatchedExceptions.warnings(policy, controls, holding));
        List<GeneratedRule> rules = new ArrayList<>();
        controls.forEach(control -> rules.addAll(control.rules()));
        List<GeneratedRule> overflow = plan.overflow(rules).stream().toList();
        rules.addAll(overflow);
        problems.addAll(RuleNames.problems(policy, controls, overflow));
        rules.forEach(rule -> problems.addAll(ConstantLengths.problems(rule, place(policy))));
        if (problems.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
            return Outcome.failed(problems);
        }
        Optional<Diagnostic> longCondition = FileLengths.ofConditions(controls);
        if (longCondition.isPresent()) {
            problems.add(longCondition.get());
            return Outcome.failed(problems);
        }
        Bundle written = written(policy, controls, rules);
        Optional<Diagnostic> longFile = FileLengths.ofFiles(controls, written.rulesFiles());
        if (longFile.isPresent()) {
            problems.add(longFile.get());
            return Outcome.failed(problems);
        }
        List<ProofCase> proofs = new Proofs(policy, holding)
                .cases(controls.stream().map(Generator::toProve).toList(), toProve(overflow));
        problems.addAll(UntestedRules.warnings(controls, proofs, problems));
        List<Capability> capabilities = Capabilities.of(policy, controls, written.needs(), holding, templates);
        return Outcome.of(
                new Bundle(
                        policy,
                        written.rules(),
                        written.exceptions(),
                        proofs,
                        Claims.of(new PolicyMeaning(policy, holding), controls, overflow, capabilities, templates),
                        capabilities,
                        written.needs()),
                problems);
    }

    /**
     * The rules alone of a policy that {@link #generate} accepts, with other exceptions: what if only these were valid?
     *
     * @param holding some of the policy's exceptions
     */
    public static Bundle rules(Policy policy, Templates templates, List<PolicyException> holding) {
        RulePlan plan = new RulePlan(policy, templates, new ExceptionPlan(policy, holding));
        List<PlannedControl> controls = policy.controls().stream()
                .flatMap(control -> plan.of(control).stream().map(rules -> new PlannedControl(control, rules)))
                .toList();
        List<GeneratedRule> rules = new ArrayList<>();
        controls.forEach(control -> rules.addAll(control.rules()));
        plan.overflow(rules).ifPresent(rules::add);
        return written(policy, controls, rules);
    }

    /** The files with the rules, and what the rules require. */
    private static Bundle written(Policy policy, List<PlannedControl> controls, List<GeneratedRule> rules) {
        List<GeneratedFile> rulesFiles = new ArrayList<>();
        List<GeneratedFile> exceptions = new ArrayList<>();
        List<RuleNeeds> needs = new ArrayList<>();
        for (EventSource source : sources(rules)) {
            List<GeneratedRule> own = rules.stream()
                    .filter(rule -> rule.bound().source() == source)
                    .toList();
            RulesFileWriter writer = new RulesFileWriter(policy, source, own);
            rulesFiles.add(writer.write());
            policy.teams().stream()
                    .map(team -> new ExceptionsFileWriter(policy, team, source, own))
                    .forEach(each -> each.write(writer.requirements()).ifPresent(exceptions::add));
            own.forEach(rule -> needs.add(writer.needs(control(rule, controls), rule)));
        }
        return new Bundle(policy, rulesFiles, exceptions, List.of(), List.of(), List.of(), needs);
    }

    /** The sources of rules, in the order in which Falco loads their files from one directory. */
    private static List<EventSource> sources(List<GeneratedRule> rules) {
        return rules.stream()
                .map(rule -> rule.bound().source())
                .distinct()
                .sorted(Comparator.comparing(EventSource::id))
                .toList();
    }

    /** The control that a rule expresses. The overflow rule belongs to all. */
    private static Optional<Control> control(GeneratedRule rule, List<PlannedControl> controls) {
        return controls.stream()
                .filter(planned ->
                        planned.rules().stream().anyMatch(own -> own.name().equals(rule.name())))
                .map(PlannedControl::control)
                .findFirst();
    }

    private static ControlUnderProof toProve(PlannedControl planned) {
        return new ControlUnderProof(planned.control(), toProve(planned.rules()));
    }

    private static List<RuleUnderProof> toProve(List<GeneratedRule> rules) {
        return rules.stream()
                .map(rule -> new RuleUnderProof(
                        rule.name(),
                        rule.bound(),
                        rule.requestKinds().stream().sorted().toList()))
                .toList();
    }

    private static List<PolicyException> holding(Policy policy, LocalDate asOf, List<Diagnostic> problems) {
        for (PolicyException exception : policy.exceptions()) {
            Optional<Diagnostic> ends = exception
                    .expires()
                    .flatMap(day -> ExceptionWarnings.ofEnd(
                            "exception \"" + exception.name() + "\"",
                            day,
                            asOf,
                            ExceptionWarnings.DAYS_BEFORE,
                            exception.place()));
            ends.ifPresent(problems::add);
            if (!exception.expired(asOf)) {
                ExceptionWarnings.ofMatch(exception).ifPresent(problems::add);
            }
        }
        return policy.exceptions().stream()
                .filter(exception -> !exception.expired(asOf))
                .toList();
    }

    private static Location place(Policy policy) {
        return new Location(policy.source(), Span.at(0));
    }
}
