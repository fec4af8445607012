/**
 * Events that must fire a policy's rules, and compliant counterparts that must not. The expectations are derived from the
 * policy alone, without the planning of the rules, so that rule and proof only agree if both are right.
 */
@NullMarked
package io.falconer.proof;

import org.jspecify.annotations.NullMarked;
