/** Falco's filter language: lexing, parsing, the expression tree and its printer (docs/falco.md, section 2). */
@NullMarked
package io.falconer.condition;

import org.jspecify.annotations.NullMarked;
