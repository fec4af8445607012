package io.falconer.generate;

import io.falconer.policy.Policy;
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

    /** All files, in the order in which they load. */
    public List<GeneratedFile> files() {
        return Stream.concat(Stream.of(rules), exceptions.stream()).toList();
    }

    /** The directory that holds {@code exceptions} and nothing else, whether the policy has some or not. */
    public String exceptionsDirectory() {
        return ExceptionsFile.directory(policy);
    }
}
