/** JSON exactly as Falco's plugins read it: lenient as in section 12, with numbers and escapes kept as written. */
@NullMarked
package io.falconer.event.json;

import org.jspecify.annotations.NullMarked;
