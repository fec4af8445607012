package io.falconer.generate;

import io.falconer.field.EventSource;
import io.falconer.meaning.RuleClaim;
import io.falconer.policy.Policy;
import io.falconer.proof.ProofCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Falconer generates from a policy.
 *
 * @param rules macros and rules, one file for each source; a Falco with the plugins of the source loads the file without changes
 * @param exceptions one file for each source and team that has exceptions; they load after {@code rules}, in this order
 * @param proofs for each rule, events that fire it and events that do not, with all files of the bundle loaded
 * @param claims what each rule must mean
 * @param capabilities how exactly each check is expressed
 * @param needs what each rule requires of Falco
 */
public record Bundle(
        Policy policy,
        List<GeneratedFile> rules,
        List<GeneratedFile> exceptions,
        List<ProofCase> proofs,
        List<RuleClaim> claims,
        List<Capability> capabilities,
        List<RuleNeeds> needs) {
    private static final String ENDING = "_rules.yaml";

    public Bundle {
        rules = List.copyOf(rules);
        exceptions = List.copyOf(exceptions);
        proofs = List.copyOf(proofs);
        claims = List.copyOf(claims);
        capabilities = List.copyOf(capabilities);
        needs = List.copyOf(needs);
    }

    /** The same rules with other events that show what they do. */
    public Bundle with(List<ProofCase> others) {
        return new Bundle(policy, rules, exceptions, others, claims, capabilities, needs);
    }

    /** The part for a Falco that checks only events of these sources: the files that it gets, and what is said of their rules. */
    public Bundle of(Set<EventSource> sources) {
        Set<String> left = needs.stream()
                .filter(rule -> sources.contains(rule.source()))
                .map(RuleNeeds::rule)
                .collect(Collectors.toSet());
        return new Bundle(
                policy,
                rules.stream().filter(file -> isOf(file, sources)).toList(),
                exceptions.stream().filter(file -> isOf(file, sources)).toList(),
                proofs.stream().filter(proof -> left.contains(proof.rule())).toList(),
                claims.stream().filter(claim -> left.contains(claim.rule())).toList(),
                capabilities,
                needs.stream().filter(rule -> left.contains(rule.rule())).toList());
    }

    private static boolean isOf(GeneratedFile file, Set<EventSource> sources) {
        return sources.stream().anyMatch(source -> file.path().endsWith("_" + source.id() + ENDING));
    }

    /** All files. */
    public List<GeneratedFile> files() {
        return Stream.concat(rulesFiles().stream(), suite().stream()).toList();
    }

    /** The files that Falco loads, in their order. */
    public List<GeneratedFile> rulesFiles() {
        return Stream.concat(rules.stream(), exceptions.stream()).toList();
    }

    /** The proofs as a suite with its fixtures, which {@code falconer test} runs. They are written when this is called. */
    public List<GeneratedFile> suite() {
        return SuiteFiles.of(policy, rulesFiles(), proofs);
    }

    /** The paths of this policy's rules, even if it has none: one for each source, and the one that Falconer wrote before that. */
    public List<String> rulesPaths() {
        return Stream.concat(
                        Stream.of("rules/" + policy.name() + ENDING),
                        Stream.of(EventSource.values()).map(source -> RulesFileWriter.path(policy, source)))
                .toList();
    }

    /** The files that contain what one file contained before, when Falconer wrote one for all sources. */
    public List<String> replacing(String path) {
        return Stream.of(EventSource.values())
                .map(source -> path.replace(ENDING, "_" + source.id() + ENDING))
                .filter(now -> rulesFiles().stream().map(GeneratedFile::path).anyMatch(now::equals))
                .sorted()
                .toList();
    }

    /** The directory that contains only this policy's exceptions, even if it has none. */
    public String exceptionsDirectory() {
        return ExceptionsFileWriter.directory(policy);
    }

    /** The directory of this policy's fixtures, even if it has none. */
    public String fixturesDirectory() {
        return SuiteFiles.directory(policy);
    }

    /** The path of this policy's suite, even if it has none. */
    public String suitePath() {
        return SuiteFiles.path(policy);
    }
}
