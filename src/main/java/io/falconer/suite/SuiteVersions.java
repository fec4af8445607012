package io.falconer.suite;

import io.falconer.policy.Policy;
import io.falconer.policy.PolicyVersions;
import io.falconer.ruleset.Falco;
import io.falconer.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The versions of Falco that suites are for: those that the policy with their rules names. */
public final class SuiteVersions {
    private final ReferencedFiles sources;

    /** @param directory the directory that the relative paths of suites are resolved against */
    public SuiteVersions(Path directory) {
        this.sources = new ReferencedFiles(directory);
    }

    /** The releases that the suite's policy names, the oldest first; none if it has no policy, or that names none. */
    public List<Falco> of(Suite suite) {
        return switch (suite.rules()) {
            case RulesUnderTest.RulesFiles files -> List.of();
            case RulesUnderTest.PolicyFile policy -> {
                Optional<SourceFile> text = sources.read(policy.file()).value();
                yield text.map(found -> PolicyVersions.in(found, name -> true)).orElse(List.of());
            }
            case RulesUnderTest.OwnPolicy own -> PolicyVersions.in(own.file(), own.policy()::equals);
        };
    }

    /** Whether a suite tests the rules of a policy. Files with the same text have the same rules. */
    public boolean isOf(Suite suite, Policy policy) {
        String text = policy.source().text();
        return switch (suite.rules()) {
            case RulesUnderTest.RulesFiles files -> false;
            case RulesUnderTest.PolicyFile file ->
                sources.read(file.file()).value().stream()
                        .anyMatch(found -> found.text().equals(text));
            case RulesUnderTest.OwnPolicy own ->
                own.policy().equals(policy.name()) && own.file().text().equals(text);
        };
    }
}
