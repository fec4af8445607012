package io.falconer.field;

import java.util.Optional;

/** IP addresses as inet_pton reads them: no names, no short forms, no leading zeros, no zones. */
final class Addresses {
    private static final int GROUPS = 8;

    private Addresses() {}

    static Optional<IpAddress> v4(String text) {
        long bits = 0;
        int octets = 0;
        int at = 0;
        while (octets < 4) {
            int end = digitsEnd(text, at);
            int length = end - at;
            if (length == 0 || length > 3 || (length > 1 && text.charAt(at) == '0')) {
                return Optional.empty();
            }
            int octet = Integer.parseInt(text.substring(at, end));
            if (octet > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | octet;
            octets++;
            at = end;
            if (octets < 4) {
                if (at == text.length() || text.charAt(at) != '.') {
                    return Optional.empty();
                }
                at++;
            }
        }
        return at == text.length() ? Optional.of(new IpAddress(true, 0, bits)) : Optional.empty();
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    static Optional<IpAddress> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] groups = new int[GROUPS];
            return groups(text, groups) == GROUPS ? Optional.of(address(groups)) : Optional.empty();
        }
        int[] head = new int[GROUPS];
        int[] tail = new int[GROUPS];
        int before = gap == 0 ? 0 : groups(text.substring(0, gap), head);
        int after = gap + 2 == text.length() ? 0 : groups(text.substring(gap + 2), tail);
        boolean quadInside = text.lastIndexOf('.', gap) >= 0;
        if (quadInside || before < 0 || after < 0 || before + after >= GROUPS) {
            return Optional.empty();
        }
        System.arraycopy(tail, 0, head, GROUPS - after, after);
        return Optional.of(address(head));
    }

    /** The number of groups in the text; -1 if it is not a list of up to eight. The last two may be written as IPv4. */
    private static int groups(String text, int[] groups) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            Optional<IpAddress> embedded =
                    i == parts.length - 1 && part.indexOf('.') >= 0 ? v4(part) : Optional.empty();
            if (embedded.isPresent() && count <= GROUPS - 2) {
                groups[count++] = (int) (embedded.get().low() >> 16);
                groups[count++] = (int) (embedded.get().low() & 0xFFFF);
            } else if (count < GROUPS && isGroup(part)) {
                groups[count++] = Integer.parseInt(part, 16);
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isGroup(String part) {
        return !part.isEmpty()
                && part.length() <= 4
                && part.chars()
                        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    }

    private static IpAddress address(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        return new IpAddress(false, high, low);
    }
}
