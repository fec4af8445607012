/** What events there are: what the checks of a condition look at, and for which values they hold. */
@NullMarked
package io.falconer.model;

import org.jspecify.annotations.NullMarked;
