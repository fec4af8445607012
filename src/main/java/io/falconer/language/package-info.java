/**
 * Sets of texts as deterministic automata over the bytes that Falco compares, and what several of them have in common. A text
 * contains no NUL, because Falco's values end at the first one; its bytes are 1 to 255. See section 3.3.
 */
@NullMarked
package io.falconer.language;

import org.jspecify.annotations.NullMarked;
