package io.falconer.engine;

import java.time.ZoneId;

/** Alerts as the lines that Falco prints (section 5.3). */
public final class AlertText {
    private final ZoneId zone;
    private final boolean raw;

    /**
     * Lines with times in {@code zone}. Falco uses the machine's zone.
     *
     * @param raw whether values are shown unchanged
     */
    public AlertText(ZoneId zone, boolean raw) {
        this.zone = zone;
        this.raw = raw;
    }

    /** One line without its line end: time, priority and message, escaped as in a JSON string unless they are raw. */
    public String line(Alert alert) {
        if (raw) {
            return raw(alert, zone);
        }
        StringBuilder line = new StringBuilder();
        JsonStringWriter.escaped(raw(alert, zone), line);
        return line.toString();
    }

    /** The line before it is escaped. */
    static String raw(Alert alert, ZoneId zone) {
        return AlertTime.clock(alert.event().nanos(), zone) + ": "
                + alert.rule().priority().title() + " " + alert.message();
    }
}
