package io.falconer.field;

/**
 * A version of the events that Falco's drivers send: which there are, and which parameters they carry. Falco prints it with
 * {@code --version}; its own list of each version is what {@code falco --list-events} prints.
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

    /** As Falco prints it. */
    public String version() {
        return version;
    }
}
