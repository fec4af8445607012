package io.falconer.report;

import io.falconer.suite.Results;

/** A format of results. */
public interface Report {
    /** The whole report, which ends with LF. The same results always give the same text. */
    String of(Results results);
}
