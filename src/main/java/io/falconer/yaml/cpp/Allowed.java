package io.falconer.yaml.cpp;

/** What may stand at the place that is scanned, besides what the structure around it says. */
final class Allowed {
    private boolean key = true;
    private boolean scalar = true;
    private boolean bareColon;

    /** Whether a key may begin: in a block at the beginning of a line or behind an indicator. */
    boolean key() {
        return key;
    }

    void key(boolean allowed) {
        key = allowed;
    }

    /** Whether a scalar or a comma may stand here: behind a quoted scalar only once there is a colon or a new line. */
    boolean scalar() {
        return scalar;
    }

    void scalar(boolean allowed) {
        scalar = allowed;
    }

    /** Whether a colon needs no gap behind it: within brackets behind quotes or brackets. */
    boolean bareColon() {
        return bareColon;
    }

    /** Says what may follow a token. */
    void afterToken(boolean mayBeKey, boolean mayBeBareColon) {
        key = mayBeKey;
        bareColon = mayBeBareColon;
    }
}
