/** Reads long inputs in chunks and judges their events on several threads, in the order of the input. */
@NullMarked
package io.falconer.event.pipeline;

import org.jspecify.annotations.NullMarked;
