package io.falconer.event.reader;

import io.falconer.event.json.Json;

/** The next item of a stream: a document, or something that is not a document. Lines count from 1. */
public sealed interface StreamItem {
    /** The line on which it starts. */
    int line();

    record Document(Json json, int line) implements StreamItem {}

    /**
     * Something that is no document.
     *
     * @param count how many documents are lost with it
     */
    record Broken(SkipReason reason, int line, int count) implements StreamItem {
        /** One that is broken. */
        public Broken(SkipReason reason, int line) {
            this(reason, line, 1);
        }
    }
}
