package io.falconer.engine;

import io.falconer.event.FieldReading;
import io.falconer.field.Dialect;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadTrait;
import io.falconer.ruleset.RunTrait;

/**
 * What planning decides depending on the emulated release of Falco.
 *
 * @param dialect the conditions that are planned
 * @param reading how fields are read from events
 * @param numbersDecided whether comparisons of {@code evt.num} with 0 and 1 narrow the event types of a rule
 * @param regexWantsUtf8 whether {@code regex} fails for a value that is not UTF-8
 * @param staleValues whether {@code exists} leaves values where others overwrite them
 */
record Switches(
        Dialect dialect, FieldReading reading, boolean numbersDecided, boolean regexWantsUtf8, boolean staleValues) {
    static Switches of(Falco falco) {
        return new Switches(
                falco.dialect(),
                falco.reading(),
                falco.has(LoadTrait.EVENT_NUMBERS_DECIDED),
                falco.has(RunTrait.REGEX_WANTS_UTF8),
                falco.has(RunTrait.STALE_VALUES));
    }
}
