/** Finds events in files and streams, as Falco's plugins would read them (section 6.1). */
@NullMarked
package io.falconer.event.reader;

import org.jspecify.annotations.NullMarked;
