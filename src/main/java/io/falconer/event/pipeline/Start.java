package io.falconer.event.pipeline;

import io.falconer.event.reader.Numbers;
import io.falconer.event.reader.Place;

/** What must be known of all that came before, to go on reading: the place, and the numbers of events. */
record Start(Place place, Numbers numbers) {}
