/** Small changes of rules that tests should notice. */
@NullMarked
package io.falconer.mutation;

import org.jspecify.annotations.NullMarked;
