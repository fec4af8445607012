package io.falconer.exception;

import io.falconer.condition.ConditionPrinter;
import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.generate.Bundle;
import io.falconer.logic.Deadline;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.text.Diagnostic;
import io.falconer.verify.Decision;
import io.falconer.verify.RuleComparison;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Proves which exceptions of a policy make no difference to its rules, alone or next to the others. */
final class EffectProofs {
    private final Policy policy;
    private final List<PolicyException> holding;
    private final PolicyVariants variants;
    /** Events that show what the rules do. They often show what an exception does, which takes less time than a proof. */
    private final List<Event> examples;

    private final Deadline deadline;

    EffectProofs(Bundle bundle, List<PolicyException> holding, PolicyVariants variants, Deadline deadline) {
        this.policy = bundle.policy();
        this.examples = bundle.proofs().stream()
                .flatMap(proof -> proof.events().stream())
                .flatMap(event -> new EventReader().read("example", event).stream())
                .toList();
        this.holding = holding;
        this.variants = variants;
        this.deadline = deadline;
    }

    /** Proves what it can. */
    ExceptionSource.Proved prove() {
        Map<Integer, List<Diagnostic>> findings = new HashMap<>();
        int undecided = 0;
        for (PolicyException exception : holding) {
            switch (difference(variants.with(List.of()), variants.with(List.of(exception)))) {
                case NONE ->
                    findings.put(
                            number(exception),
                            List.of(finding(
                                    "exception-without-effect",
                                    exception,
                                    "silences nothing",
                                    "delete it, or correct what it matches")));
                case UNKNOWN -> undecided++;
                case SOME -> {
                    switch (difference(variants.without(exception), variants.with(holding))) {
                        case NONE ->
                            findings.put(
                                    number(exception),
                                    List.of(finding(
                                            "exception-inside-another",
                                            exception,
                                            "silences nothing that other exceptions do not silence",
                                            "delete it, or make the others narrower")));
                        case UNKNOWN -> undecided++;
                        case SOME -> {}
                    }
                }
            }
        }
        return new ExceptionSource.Proved(findings, undecided);
    }

    private int number(PolicyException exception) {
        return policy.exceptions().indexOf(exception);
    }

    private static Diagnostic finding(String code, PolicyException exception, String problem, String hint) {
        return Diagnostic.warning(code, "exception \"" + exception.name() + "\" " + problem, exception.place())
                .withHint(hint);
    }

    /** Whether rules fire on other events. */
    private enum Difference {
        NONE,
        SOME,
        UNKNOWN
    }

    private Difference difference(RulesInForce before, RulesInForce after) {
        boolean differ = examples.stream()
                .anyMatch(event -> !PolicyVariants.firing(before, event).equals(PolicyVariants.firing(after, event)));
        if (differ) {
            return Difference.SOME;
        }
        RuleComparison comparison = new RuleComparison(before.ruleSet(), after.ruleSet(), deadline);
        Difference found = Difference.NONE;
        for (String name : before.names()) {
            String was = ConditionPrinter.print(before.rule(name).condition());
            if (!was.equals(ConditionPrinter.print(after.rule(name).condition()))) {
                Decision decision = comparison.compare(before.rule(name), after.rule(name));
                if (decision.over() instanceof Decision.Shown || decision.under() instanceof Decision.Shown) {
                    return Difference.SOME;
                }
                found = decision.isProved() ? found : Difference.UNKNOWN;
            }
        }
        return found;
    }
}
