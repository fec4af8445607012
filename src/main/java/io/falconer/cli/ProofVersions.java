package io.falconer.cli;

import io.falconer.generate.Bundle;
import io.falconer.generate.LoadedBundles;
import io.falconer.ruleset.Falco;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteVersions;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * In which versions {@code prove} proves what: a policy and its suites in those that it names, otherwise in the newest release
 * of each two-part number in which its rules load; suites of other rules in the newest version.
 */
final class ProofVersions {
    private final Function<Bundle, List<Falco>> ofBundles;
    private final Function<Suite, List<Falco>> ofSuites;

    private ProofVersions(Function<Bundle, List<Falco>> ofBundles, Function<Suite, List<Falco>> ofSuites) {
        this.ofBundles = ofBundles;
        this.ofSuites = ofSuites;
    }

    /** Everything in the same versions. */
    static ProofVersions all(List<Falco> releases) {
        return new ProofVersions(bundle -> releases, suite -> releases);
    }

    /** @param loaded the bundles in every version */
    static ProofVersions of(List<Bundle> bundles, Map<Falco, LoadedBundles> loaded, SuiteVersions named) {
        IdentityHashMap<Bundle, List<Falco>> ofBundles = new IdentityHashMap<>();
        bundles.forEach(bundle -> ofBundles.put(bundle, versions(bundle, loaded)));
        return new ProofVersions(bundle -> ofBundles.getOrDefault(bundle, List.of()), suite -> {
            List<Falco> own = named.of(suite);
            if (!own.isEmpty()) {
                return own;
            }
            List<List<Falco>> proved = bundles.stream()
                    .filter(bundle -> named.isOf(suite, bundle.policy()))
                    .map(bundle -> ofBundles.getOrDefault(bundle, List.of()))
                    .toList();
            List<Falco> common = Falco.ALL.stream()
                    .filter(falco -> proved.stream().allMatch(releases -> releases.contains(falco)))
                    .toList(); // a file may have several policies
            return proved.isEmpty() || common.isEmpty() ? List.of(Falco.NEWEST) : common;
        });
    }

    private static List<Falco> versions(Bundle bundle, Map<Falco, LoadedBundles> loaded) {
        List<Falco> own = bundle.policy().falco();
        if (!own.isEmpty()) {
            return own;
        }
        List<Falco> loading = Falco.range(Falco.ALL.getFirst(), Falco.NEWEST).parallelStream()
                .filter(falco -> Objects.requireNonNull(loaded.get(falco))
                        .load(bundle)
                        .value()
                        .isPresent())
                .toList();
        return loading.isEmpty() ? List.of(Falco.NEWEST) : loading;
    }

    List<Falco> of(Bundle bundle) {
        return ofBundles.apply(bundle);
    }

    List<Falco> of(Suite suite) {
        return ofSuites.apply(suite);
    }
}
