/** Policy files and rule templates to bundles: rules, exception files, proofs and the capability table. */
@NullMarked
package io.falconer.generate;

import org.jspecify.annotations.NullMarked;
