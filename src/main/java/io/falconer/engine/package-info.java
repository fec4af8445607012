/** The executable plan of a ruleset, the engine that runs events through it, and the alerts it gives (sections 3, 5). */
@NullMarked
package io.falconer.engine;

import org.jspecify.annotations.NullMarked;
