package io.falconer.engine;

import io.falconer.field.IpAddress;

/** IP addresses as {@code inet_ntop} writes them: dotted, or in the short form of RFC 5952. */
public final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    /** The address as outputs show it (section 5.2). */
    public static String of(IpAddress address) {
        return address.v4() ? v4(address.low()) : v6(address.high(), address.low());
    }

    private static String v4(long bits) {
        return ((bits >>> 24) & 0xFF)
                + "." + ((bits >>> 16) & 0xFF)
                + "." + ((bits >>> 8) & 0xFF)
                + "." + (bits & 0xFF);
    }

    private static String v6(long high, long low) {
        if (high == 0 && low >>> 32 == 0xFFFF) {
            return "::ffff:" + v4(low & 0xFFFFFFFFL);
        }
        if (high == 0 && low >>> 32 == 0 && low >>> 16 != 0) {
            return "::" + v4(low & 0xFFFFFFFFL);
        }
        int start = zeros(high, low);
        int length = start < 0 ? 0 : run(high, low, start);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append(i == 0 ? "::" : ":");
                i += length - 1;
            } else {
                text.append(Integer.toHexString(group(high, low, i))).append(i < GROUPS - 1 ? ":" : "");
            }
        }
        return text.toString();
    }

    /** The start of the first of the longest runs of two or more zero groups, or -1. */
    private static int zeros(long high, long low) {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = run(high, low, i);
            if (length > bestLength) {
                best = i;
                bestLength = length;
            }
        }
        return best;
    }

    private static int run(long high, long low, int from) {
        int length = 0;
        while (from + length < GROUPS && group(high, low, from + length) == 0) {
            length++;
        }
        return length;
    }

    private static int group(long high, long low, int index) {
        long half = index < GROUPS / 2 ? high : low;
        return (int) (half >>> (48 - 16 * (index % 4))) & 0xFFFF;
    }
}
