package io.falconer.suite;

import io.falconer.generate.Bundle;
import io.falconer.policy.Policy;
import io.falconer.ruleset.Emulation;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Rules generated before somebody asks for them, and the rules of each bundle, loaded once however many ask: a command that
 * proves policies need not generate and load them again for the suites beside them. May be used by several threads.
 */
public final class LoadedBundles {
    private final Emulation emulation;
    private final List<Bundle> generated;
    private final Map<Bundle, Outcome<RulesInForce>> rules = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * Bundles loaded as this Falco does.
     *
     * @param generated all bundles of some policy files, with the templates and on the day that suites are to be run with
     */
    public LoadedBundles(Emulation emulation, Collection<Bundle> generated) {
        this.emulation = emulation;
        this.generated = List.copyOf(generated);
    }

    /** The Falco that loads them. */
    Emulation emulation() {
        return emulation;
    }

    /** The wanted bundles that were generated from this very text; none if it was not among the policy files. */
    List<Bundle> of(SourceFile policy, Predicate<Policy> wanted) {
        return generated.stream()
                .filter(bundle -> bundle.policy().source().text().equals(policy.text()))
                .filter(bundle -> wanted.test(bundle.policy()))
                .toList();
    }

    /** The rules of a bundle, its exceptions in force. */
    Outcome<RulesInForce> load(Bundle bundle) {
        return rules.computeIfAbsent(bundle, b -> RuleFiles.load(List.of(b), emulation));
    }
}
