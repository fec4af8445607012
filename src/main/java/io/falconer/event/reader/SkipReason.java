package io.falconer.event.reader;

/** Why something that was read is not an event. */
public enum SkipReason {
    /** fastjson does not accept the line or document as JSON. */
    INVALID_JSON("not valid JSON"),
    /** Falco takes a line for one document. */
    SHARED_LINE("several documents on one line"),
    /** JSON, but neither an audit event, a list of them, a system call event nor an envelope around one. */
    NOT_AN_EVENT("not recognized as an event"),
    /** An alert of a plugin's source, which contains only some fields of its event, or a field map of such a source. */
    OTHER_SOURCE("alert or field map of another source than syscall"),
    /** An audit event without a stageTimestamp that Go can parse as RFC 3339. */
    NO_TIMESTAMP("stageTimestamp missing or malformed"),
    /** An audit event that exceeds the plugin's maxEventSize of 262144 bytes. */
    EVENT_TOO_LARGE("event larger than 262144 bytes"),
    /** A document too large to be held in memory. */
    DOCUMENT_TOO_LARGE("document too large");

    private final String text;

    SkipReason(String text) {
        this.text = text;
    }

    /** A few words for people. */
    public String text() {
        return text;
    }
}
