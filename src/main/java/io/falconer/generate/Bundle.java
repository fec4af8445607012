package io.falconer.generate;

import io.falconer.policy.Policy;
import java.util.List;

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
}
