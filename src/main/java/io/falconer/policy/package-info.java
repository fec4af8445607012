/** Policies: the model, its strict reader, teams, exceptions and their expiry. */
@NullMarked
package io.falconer.policy;

import org.jspecify.annotations.NullMarked;
