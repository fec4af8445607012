/** Source files, places in them, and the diagnostics that refer to these places. */
@NullMarked
package io.falconer.text;

import org.jspecify.annotations.NullMarked;
