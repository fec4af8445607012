/**
 * Suites, which test rules on events: their model, reader and runner, and the runner of counter-fixtures. The rules that are
 * generated from policies are passed to them.
 */
@NullMarked
package io.falconer.suite;

import org.jspecify.annotations.NullMarked;
