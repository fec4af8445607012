package io.falconer.cli;

import java.util.Locale;

/** What output may look like; each command knows some of these. */
enum Format {
    TEXT,
    JSON,
    NDJSON,
    SUMMARY,
    MARKDOWN,
    JUNIT,
    SARIF,
    TAP,
    GITHUB;

    /** As {@code -o} spells it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
