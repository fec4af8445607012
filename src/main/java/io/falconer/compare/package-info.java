/** What a change of rules changes: in behaviour, proved for every event, and in what describes the rules. */
@NullMarked
package io.falconer.compare;

import org.jspecify.annotations.NullMarked;
