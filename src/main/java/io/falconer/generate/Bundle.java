package io.falconer.generate;

import io.falconer.policy.Policy;
import io.falconer.proof.ProofCase;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Falconer generates from a policy.
 *
 * @param rules lists, macros and rules; Falco loads the file without changes
 * @param exceptions one file for each team that has exceptions; they load after {@code rules}, in this order
 * @param proofs for each rule, events that fire it and events that do not, with all files of the bundle loaded
 * @param capabilities how exactly each check is expressed
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

    /** The proofs as a suite with its fixtures, which {@code falconer test} runs. They are written when this is called. */
    public List<GeneratedFile> suite() {
        return SuiteFiles.of(policy, rulesFiles(), proofs);
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
