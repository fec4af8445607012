/** Questions about rules that are answered for every event there can be. */
@NullMarked
package io.falconer.verify;

import org.jspecify.annotations.NullMarked;
