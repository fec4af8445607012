/** What is wrong with rules that Falco loads without saying so: one class a finding. */
@NullMarked
package io.falconer.lint;

import org.jspecify.annotations.NullMarked;
