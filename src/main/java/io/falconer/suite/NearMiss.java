package io.falconer.suite;

import io.falconer.event.Origin;
import io.falconer.suite.Silence.Reason;
import io.falconer.text.Location;

/**
 * An exception that would have kept a rule silent but for one of its values.
 *
 * @param event the event on which the rule fired
 * @param exception its name
 * @param value where the value stands
 * @param reason the comparison that did not hold, and what it saw
 */
public record NearMiss(Origin event, String exception, Location value, Reason reason) {}
