package io.falconer.suite;

import io.falconer.text.Diagnostic;
import java.util.List;

/**
 * A suite that cannot be run: its file cannot be read, or its rules do not load. Other suites run anyway.
 *
 * @param name its name; the path of a file that is not a suite
 * @param path its file
 * @param errors why
 */
public record BrokenSuite(String name, String path, List<Diagnostic> errors) {
    public BrokenSuite {
        errors = List.copyOf(errors);
    }
}
