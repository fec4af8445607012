package io.falconer.event.pipeline;

import io.falconer.event.reader.EventNumbers;
import io.falconer.event.reader.ReadPosition;

/** What must be known of all that came before, to go on reading: the position, and the numbers of events. */
record ResumePoint(ReadPosition position, EventNumbers numbers) {}
