/**
 * Events that a policy's rules must fire on, and their twins that must leave them silent. What is expected is worked out
 * from the policy alone, without a look at how the rules are planned, so that rule and proof agree only where both are right.
 */
@NullMarked
package io.falconer.proof;

import org.jspecify.annotations.NullMarked;
