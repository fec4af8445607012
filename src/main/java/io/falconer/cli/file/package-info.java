/** Files that commands write: whole or not at all, and never over what somebody else wrote. */
@NullMarked
package io.falconer.cli.file;

import org.jspecify.annotations.NullMarked;
