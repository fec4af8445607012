package io.falconer.policy;

import java.util.Optional;

/**
 * A resource that every container must have.
 *
 * @param resource its key, such as {@code cpu}, {@code memory} or {@code ephemeral-storage}
 * @param most the maximum, if the policy gives one
 */
public record RequiredResource(String resource, Optional<Quantity> most) {}
