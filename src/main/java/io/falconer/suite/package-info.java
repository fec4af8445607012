/** Suites: tests of rules over events; their model, reader and runner, and the proofs of generated rules. */
@NullMarked
package io.falconer.suite;

import org.jspecify.annotations.NullMarked;
