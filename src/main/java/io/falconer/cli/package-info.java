/** Commands, their options and exit codes; the only package that knows picocli and Quarkus. */
@NullMarked
package io.falconer.cli;

import org.jspecify.annotations.NullMarked;
