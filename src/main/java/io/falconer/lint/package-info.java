/** Problems in rules that Falco loads silently: one class for each finding. */
@NullMarked
package io.falconer.lint;

import org.jspecify.annotations.NullMarked;
