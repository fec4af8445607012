package io.falconer.field;

/** The right side of a comparison in the type of its field (section 3.2). */
public sealed interface Constant {
    /** A string, at most 255 bytes. */
    record Text(String value) implements Constant {}

    /** A regular expression over strings. */
    record Regex(PosixRegex pattern) implements Constant {}

    /** Bytes, one char for each octet. */
    record Bytes(String octets) implements Constant {}

    /** A boolean. */
    record Bool(boolean value) implements Constant {}

    /** A number, time or port. The {@code bits} are unsigned if the type is. */
    record Int(long bits) implements Constant {}

    /** A floating-point number. */
    record Real(double value) implements Constant {}

    /** An IP address. */
    record Address(IpAddress address) implements Constant {}

    /** A network. */
    record Network(IpNetwork network) implements Constant {}
}
