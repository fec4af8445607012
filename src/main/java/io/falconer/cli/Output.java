package io.falconer.cli;

import io.falconer.cli.file.OutputPath;
import io.falconer.text.Style;
import java.util.Optional;

/** One {@code -o FORMAT[=FILE]}. Without a file, it goes to standard output. */
record Output(Format format, Optional<OutputPath> file) {

    /** The style of the output. Files have no colours. */
    Style style(Console console) {
        return file.isPresent() ? Style.PLAIN : console.outStyle();
    }
}
