package io.falconer.event.reader;

/** What must be known of all that came before, to go on reading: the place, and the numbers of events. */
record Start(Place place, Numbers numbers) {}
