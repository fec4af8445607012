/** Exceptions that silence false positives and keep true ones: the smallest that events show, tried out and proved. */
@NullMarked
package io.falconer.tune;

import org.jspecify.annotations.NullMarked;
