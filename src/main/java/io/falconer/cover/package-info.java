/** Tests that rules lack: for each part of a condition, the pair of events that shows it at work. */
@NullMarked
package io.falconer.cover;

import org.jspecify.annotations.NullMarked;
