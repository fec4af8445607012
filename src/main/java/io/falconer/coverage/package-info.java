/** What tests show of rules: the parts of conditions, and which of them decide on an event. */
@NullMarked
package io.falconer.coverage;

import org.jspecify.annotations.NullMarked;
