/** Exceptions of policies and rules files: what each silences, for how long, and which alerts it has silenced. */
@NullMarked
package io.falconer.exception;

import org.jspecify.annotations.NullMarked;
