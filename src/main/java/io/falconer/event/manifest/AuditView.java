package io.falconer.event.manifest;

/** How much of a request the audit log shows. */
public enum AuditView {
    /** The request as it was sent: audit level Request, without responseObject. */
    REQUEST,
    /** The object as it was stored, too: audit level RequestResponse, responseObject with what admission added. */
    ADMITTED
}
