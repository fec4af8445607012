package io.falconer.event.pipeline;

import io.falconer.event.reader.EventNumbers;
import io.falconer.event.reader.ReadPosition;

/** What is needed from everything before to continue reading: the position, and the numbers of events. */
record ResumePoint(ReadPosition position, EventNumbers numbers) {}
