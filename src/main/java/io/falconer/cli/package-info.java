/** Commands, their options and exit codes. The only package that uses picocli and Quarkus. */
@NullMarked
package io.falconer.cli;

import org.jspecify.annotations.NullMarked;
