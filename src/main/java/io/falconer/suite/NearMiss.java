package io.falconer.suite;

import io.falconer.event.Origin;
import io.falconer.suite.Silence.Reason;
import io.falconer.text.Location;

/**
 * An exception that would have kept a rule silent, except for one of its values.
 *
 * @param event the event on which the rule fired
 * @param exception its name
 * @param value the place of the value
 * @param alone whether the exception compares one field only, with a value like the one that the event has
 * @param reason the comparison that did not hold, and the value that it read
 */
public record NearMiss(Origin event, String exception, Location value, boolean alone, Reason reason) {}
