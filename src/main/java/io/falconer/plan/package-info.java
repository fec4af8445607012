/** Adds to the rules of templates what the policy says: what they check, where, and what is excepted. */
@NullMarked
package io.falconer.plan;

import org.jspecify.annotations.NullMarked;
