package io.falconer.event.manifest;

/** How much of a request the audit log shows. */
public enum AuditView {
    /** The request as sent: audit level Request, without responseObject. */
    REQUEST,
    /** The stored object too: audit level RequestResponse, responseObject with what admission added. */
    ADMITTED
}
