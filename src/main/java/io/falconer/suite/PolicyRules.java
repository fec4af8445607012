package io.falconer.suite;

import io.falconer.engine.RulesInForce;
import io.falconer.policy.Policy;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.function.Predicate;

/** Gives the rules that are generated from policies, because suites only name the policies. Several threads may call it. */
@FunctionalInterface
public interface PolicyRules {
    /** The rules of the wanted policies of {@code file} together. */
    Outcome<RulesInForce> of(SourceFile file, Predicate<Policy> wanted);
}
