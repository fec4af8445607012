/** The executable plan of a rule set, the engine that evaluates its rules on events, and the alerts (sections 3, 5). */
@NullMarked
package io.falconer.engine;

import org.jspecify.annotations.NullMarked;
