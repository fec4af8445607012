package io.falconer.suite;

import io.falconer.engine.RulesInForce;
import io.falconer.text.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps loaded rules for the next suite that names them. Two suites that start at the same time may both load them. Errors of
 * loading are reported for each suite that names the rules.
 */
final class RuleCache {
    private final RuleFiles files;
    private final Map<List<String>, RulesInForce> loaded = new ConcurrentHashMap<>();

    RuleCache(RuleFiles files) {
        this.files = files;
    }

    Outcome<RulesInForce> load(RulesUnderTest rules, ReferencedFiles sources) {
        List<String> key = key(rules);
        RulesInForce known = loaded.get(key);
        return known != null
                ? Outcome.of(known)
                : files.load(rules, sources).map(made -> loaded.merge(key, made, (first, second) -> first));
    }

    private static List<String> key(RulesUnderTest rules) {
        return switch (rules) {
            case RulesUnderTest.RulesFiles r ->
                Stream.concat(Stream.of("rules"), r.files().stream().map(RuleCache::path))
                        .toList();
            case RulesUnderTest.PolicyFile policy -> List.of("policy", path(policy.file()));
            case RulesUnderTest.OwnPolicy own ->
                List.of("own policy", own.file().name(), own.policy());
        };
    }

    private static String path(FileRef file) {
        return file.resolved().map(Path::toString).orElse(file.path());
    }
}
