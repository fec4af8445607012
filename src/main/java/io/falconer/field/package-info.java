/**
 * The catalogue of fields, their types, and the constants and patterns that they are compared with (sections 3.2, 3.3, 6, 7).
 */
@NullMarked
package io.falconer.field;

import org.jspecify.annotations.NullMarked;
