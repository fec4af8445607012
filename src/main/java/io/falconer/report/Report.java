package io.falconer.report;

import io.falconer.suite.Results;

/** A format in which results are told. */
public interface Report {
    /** The whole report, ended by LF; the same results always give the same text. */
    String of(Results results);
}
