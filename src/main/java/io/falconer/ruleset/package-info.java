/** Falco rules files: reading, collecting, resolving and compiling them, with Falco's own load results (sections 1, 4). */
@NullMarked
package io.falconer.ruleset;

import org.jspecify.annotations.NullMarked;
