package io.falconer.yaml.cpp;

/** What is allowed at the current place of the scanner, in addition to the restrictions of the structure around it. */
final class Allowed {
    private boolean key = true;
    private boolean scalar = true;
    private boolean bareColon;

    /** Whether a key may start: in a block, at the start of a line or after an indicator. */
    boolean key() {
        return key;
    }

    void key(boolean allowed) {
        key = allowed;
    }

    /** Whether a scalar or a comma is allowed: after a quoted scalar, only once there is a colon or a new line. */
    boolean scalar() {
        return scalar;
    }

    void scalar(boolean allowed) {
        scalar = allowed;
    }

    /** Whether a colon needs no gap after it: within brackets, after quotes or brackets. */
    boolean bareColon() {
        return bareColon;
    }

    /** Sets what may follow a token. */
    void afterToken(boolean mayBeKey, boolean mayBeBareColon) {
        key = mayBeKey;
        bareColon = mayBeBareColon;
    }
}
