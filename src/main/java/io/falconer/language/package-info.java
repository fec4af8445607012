/**
 * Sets of texts as deterministic automata over the bytes that Falco compares, and questions about what several have in
 * common. A text holds no NUL, because Falco's values end at the first one; its bytes are 1 to 255. See section 3.3.
 */
@NullMarked
package io.falconer.language;

import org.jspecify.annotations.NullMarked;
