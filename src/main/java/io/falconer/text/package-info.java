/** Source files, places in them, and the diagnostics that point there. */
@NullMarked
package io.falconer.text;

import org.jspecify.annotations.NullMarked;
