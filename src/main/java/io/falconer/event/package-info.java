/** Events, the readers that find them in files, and what each field extracts from them (sections 6 and 7). */
@NullMarked
package io.falconer.event;

import org.jspecify.annotations.NullMarked;
