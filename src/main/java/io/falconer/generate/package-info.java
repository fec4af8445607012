/** Turns policy files and rule templates into bundles: rules, exception files, proofs and the capability table. */
@NullMarked
package io.falconer.generate;

import org.jspecify.annotations.NullMarked;
