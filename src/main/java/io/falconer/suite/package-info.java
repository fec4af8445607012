/**
 * Suites: tests of rules over events; their model, reader and runner, and the runner of counter-fixtures. Rules that are
 * generated from policies are given to them.
 */
@NullMarked
package io.falconer.suite;

import org.jspecify.annotations.NullMarked;
