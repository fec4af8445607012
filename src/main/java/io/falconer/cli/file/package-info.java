/** Files that commands write: completely or not at all, and never over files that Falconer did not write. */
@NullMarked
package io.falconer.cli.file;

import org.jspecify.annotations.NullMarked;
