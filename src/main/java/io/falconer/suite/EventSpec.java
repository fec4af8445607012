package io.falconer.suite;

import io.falconer.event.manifest.AuditOptions;
import io.falconer.text.Location;

/** One entry of a test's {@code event}: a source of events. */
public sealed interface EventSpec {
    /** The place in the suite. */
    Location location();

    /** All events of a file: audit events or field maps of system calls. */
    record FromFile(FileRef file) implements EventSpec {
        @Override
        public Location location() {
            return file.location();
        }
    }

    /** The audit events that an API server logs when the manifest's objects are submitted. */
    record FromManifest(FileRef file, AuditOptions options) implements EventSpec {
        @Override
        public Location location() {
            return file.location();
        }
    }

    /** An event in the suite itself, as one JSON document. */
    record Inline(String json, Location location) implements EventSpec {}
}
