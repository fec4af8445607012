package io.falconer.generate;

import io.falconer.policy.Policy;
import io.falconer.proof.ProofCase;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy becomes.
 *
 * @param rules lists, macros and rules; Falco loads the file as it is
 * @param exceptions one file a team that has exceptions; they load after {@code rules}, in this order
 * @param proofs for each rule events that fire it and events that do not, with all files of the bundle loaded
 * @param capabilities how exactly each check is said
 */
public record Bundle(
        Policy policy,
        GeneratedFile rules,
        List<GeneratedFile> exceptions,
        List<ProofCase> proofs,
        List<Capability> capabilities) {
    public Bundle {
        exceptions = List.copyOf(exceptions);
        proofs = List.copyOf(proofs);
        capabilities = List.copyOf(capabilities);
    }

    /** All files. */
    public List<GeneratedFile> files() {
        return Stream.concat(rulesFiles().stream(), suite().stream()).toList();
    }

    /** The files that Falco loads, in their order. */
    public List<GeneratedFile> rulesFiles() {
        return Stream.concat(Stream.of(rules), exceptions.stream()).toList();
    }

    /** The proofs as a suite with its fixtures, which {@code falconer test} runs; written when asked for. */
    public List<GeneratedFile> suite() {
        return SuiteFiles.of(policy, rulesFiles(), proofs);
    }

    /** The directory that holds this policy's exceptions and nothing else, whether it has some or not. */
    public String exceptionsDirectory() {
        return ExceptionsFileWriter.directory(policy);
    }

    /** The directory that holds this policy's fixtures, whether it has some or not. */
    public String fixturesDirectory() {
        return SuiteFiles.directory(policy);
    }

    /** Where this policy's suite stands, whether it has one or not. */
    public String suitePath() {
        return SuiteFiles.path(policy);
    }
}
