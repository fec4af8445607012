package io.falconer.cli;

import io.falconer.cli.file.OutputPath;
import io.falconer.text.Style;
import java.util.Optional;

/** One {@code -o FORMAT[=FILE]}: to standard output where no file is named. */
record Output(Format format, Optional<OutputPath> file) {

    /** The style of what goes there: files have no colours. */
    Style style(Console console) {
        return file.isPresent() ? Style.PLAIN : console.outStyle();
    }
}
