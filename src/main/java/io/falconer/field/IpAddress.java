package io.falconer.field;

/** An IP address as the unsigned number of its 4 or 16 octets in network order; {@code high} is 0 for IPv4. */
public record IpAddress(boolean v4, long high, long low) {}
