package io.falconer.field;

import java.util.Optional;

/** An IP address as the unsigned number of its 4 or 16 octets in network order; {@code high} is 0 for IPv4. */
public record IpAddress(boolean v4, long high, long low) {
    /** Reads dotted IPv4 or IPv6 as inet_pton does: no names, no short forms, no zones. */
    public static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') >= 0 ? Addresses.v6(text) : Addresses.v4(text);
    }
}
