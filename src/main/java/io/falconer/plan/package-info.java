/** Puts the rules of templates into a policy: whom they judge, where they look, and what is excepted from them. */
@NullMarked
package io.falconer.plan;

import org.jspecify.annotations.NullMarked;
