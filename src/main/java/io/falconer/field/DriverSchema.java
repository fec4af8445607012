package io.falconer.field;

/**
 * A version of the events that Falco's drivers send: the events, and their parameters. Falco prints it with {@code --version};
 * its own list of each version is what {@code falco --list-events} prints.
 */
public enum DriverSchema {
    /** Of libs 0.22, Falco 0.42. */
    V4_0_1("4.0.1"),
    /** Of libs 0.23, Falco 0.43. */
    V4_1_0("4.1.0"),
    /** Of libs 0.25 and later, Falco 0.44 and later. */
    V4_3_0("4.3.0");

    /** The schema of the newest Falco. */
    public static final DriverSchema NEWEST = V4_3_0;

    private final String version;

    DriverSchema(String version) {
        this.version = version;
    }

    /** The form that Falco prints. */
    public String version() {
        return version;
    }
}
