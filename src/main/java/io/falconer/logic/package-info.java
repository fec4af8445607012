/** Propositional logic: formulas, their clauses, and a solver that decides them. It knows nothing about Falco. */
@NullMarked
package io.falconer.logic;

import org.jspecify.annotations.NullMarked;
