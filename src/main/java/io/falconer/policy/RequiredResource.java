package io.falconer.policy;

import java.util.Optional;

/**
 * A limit or request that every container must have.
 *
 * @param resource {@code cpu}, {@code memory} or {@code ephemeral-storage}
 * @param ceiling the maximum, if the policy names one; no Falco condition can express it
 */
public record RequiredResource(String resource, Optional<String> ceiling) {}
