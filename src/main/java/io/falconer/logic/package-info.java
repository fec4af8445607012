/** Propositional logic: formulas, their clauses, and a solver that decides them. Knows nothing of Falco. */
@NullMarked
package io.falconer.logic;

import org.jspecify.annotations.NullMarked;
