package io.falconer.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is asked of the coverage of a run.
 *
 * @param complete whether every rule must be fired by a test and kept silent by a test
 * @param measured whether the parts of rules are measured
 * @param minimum the percentage of the parts' obligations that tests must show; requires {@code measured}
 * @param files the only files whose rules count, whatever suites say; none for those that the suites name
 */
public record CoverageRequest(boolean complete, boolean measured, OptionalInt minimum, List<Path> files) {
    /** Nothing is asked: rules are counted, and their parts are not measured. */
    public static final CoverageRequest NONE = new CoverageRequest(false, false, OptionalInt.empty(), List.of());

    public CoverageRequest {
        files = List.copyOf(files);
    }

    /** A request that rules are fired and kept silent, or that they are only counted. */
    public static CoverageRequest ofRules(boolean complete) {
        return new CoverageRequest(complete, false, OptionalInt.empty(), List.of());
    }
}
