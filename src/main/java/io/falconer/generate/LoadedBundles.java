package io.falconer.generate;

import io.falconer.engine.RulesInForce;
import io.falconer.policy.Policy;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Version;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Bundles that are already generated, and their rules. Each bundle is loaded once, however often it is requested, so a command
 * that proves policies does not generate and load them again for the suites next to them. Several threads may use it.
 */
public final class LoadedBundles {
    private final Emulation emulation;
    private final boolean declared;
    private final List<Bundle> generated;
    private final Map<Bundle, Outcome<RulesInForce>> rules = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Bundles, loaded as this Falco does with the plugins that the policies name. */
    public LoadedBundles(Emulation emulation, Collection<Bundle> generated) {
        this(emulation, false, generated);
    }

    /**
     * Bundles, loaded as this Falco does.
     *
     * @param declared whether the Falco has exactly these plugins; otherwise it has those that the policies name, if they name any
     * @param generated all bundles of some policy files, with the templates and on the day that suites use
     */
    public LoadedBundles(Emulation emulation, boolean declared, Collection<Bundle> generated) {
        this.emulation = emulation;
        this.declared = declared;
        this.generated = List.copyOf(generated);
    }

    /** The Falco that loads them. */
    public Emulation emulation() {
        return emulation;
    }

    /** The requested bundles that were generated from exactly this text; empty if it was not among the policy files. */
    List<Bundle> of(SourceFile policy, Predicate<Policy> wanted) {
        return generated.stream()
                .filter(bundle -> bundle.policy().source().text().equals(policy.text()))
                .filter(bundle -> wanted.test(bundle.policy()))
                .toList();
    }

    /** The rules of a bundle, with its exceptions. */
    public Outcome<RulesInForce> load(Bundle bundle) {
        return rules.computeIfAbsent(bundle, b -> load(List.of(b)));
    }

    /** The rules of the requested policies of a file together. {@code files} generates them unless they exist already. */
    public Outcome<RulesInForce> load(SourceFile policy, Predicate<Policy> wanted, PolicyFiles files) {
        List<Bundle> known = of(policy, wanted);
        Outcome<List<Bundle>> made = known.isEmpty() ? files.bundles(policy, wanted) : Outcome.of(known);
        if (made.value().isEmpty()) {
            return Outcome.failed(made.diagnostics());
        }
        List<Bundle> all = made.value().get();
        Outcome<RulesInForce> loaded = all.size() == 1 ? load(all.getFirst()) : load(all);
        return new Outcome<>(
                loaded.value(),
                Stream.concat(made.diagnostics().stream(), loaded.diagnostics().stream())
                        .toList());
    }

    private Outcome<RulesInForce> load(List<Bundle> bundles) {
        Emulation falco = emulation(bundles);
        List<Diagnostic> unmet = UnmetNeeds.of(bundles, falco, declared);
        return unmet.isEmpty()
                ? RulesInForce.load(
                        bundles.stream()
                                .flatMap(bundle -> bundle.rulesFiles().stream())
                                .map(file -> SourceFile.of(file.path(), file.text())),
                        falco)
                : Outcome.failed(unmet);
    }

    /** The Falco with the plugins that policies name: all of them, each in the oldest of their versions. */
    private Emulation emulation(List<Bundle> bundles) {
        Map<String, Version> named = new HashMap<>();
        if (!declared) {
            bundles.forEach(bundle -> bundle.policy()
                    .plugins()
                    .forEach((name, version) ->
                            named.merge(name, version, (one, other) -> one.compareTo(other) < 0 ? one : other)));
        }
        return named.isEmpty() ? emulation : new Emulation(emulation.falco(), emulation.engine(), named);
    }
}
