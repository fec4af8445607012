package io.falconer.cli;

import java.util.Locale;

/** The formats of output. Each command accepts some of them. */
enum Format {
    TEXT,
    JSON,
    NDJSON,
    SUMMARY,
    MARKDOWN,
    HTML,
    JUNIT,
    SARIF,
    TAP,
    GITHUB,
    LCOV,
    COBERTURA,
    MUTATION,
    CSV,
    ICS;

    /** Whether it is for people instead of programs. */
    boolean isForReading() {
        return switch (this) {
            case TEXT, SUMMARY, MARKDOWN, HTML -> true;
            case JSON, NDJSON, JUNIT, SARIF, TAP, GITHUB, LCOV, COBERTURA, CSV, ICS, MUTATION -> false;
        };
    }

    /** As {@code -o} spells it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
