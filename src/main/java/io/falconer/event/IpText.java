package io.falconer.event;

import io.falconer.field.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses as inet_pton reads them: dotted quads without leading zeros, and the forms of RFC 4291 section 2.2. */
final class IpText {
    private static final int GROUPS = 8;

    private IpText() {}

    static Optional<IpAddress> parse(String text) {
        if (text.indexOf(':') < 0) {
            return quad(text).map(bits -> new IpAddress(true, 0, bits));
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(groups -> groups.size() == GROUPS).map(IpText::address);
        }
        Optional<List<Integer>> head = groups(text.substring(0, gap));
        Optional<List<Integer>> tail = groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || text.substring(0, gap).indexOf('.') >= 0) {
            return Optional.empty();
        }
        int missing = GROUPS - head.get().size() - tail.get().size();
        if (missing < 1) {
            return Optional.empty();
        }
        var all = new ArrayList<>(head.get());
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail.get());
        return Optional.of(address(all));
    }

    private static IpAddress address(List<Integer> groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS; i++) {
            high = high << 16 | low >>> 48;
            low = low << 16 | groups.get(i);
        }
        return new IpAddress(false, high, low);
    }

    /** Groups of hexadecimal digits between colons, the last two perhaps as a dotted quad. */
    private static Optional<List<Integer>> groups(String text) {
        var groups = new ArrayList<Integer>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            Optional<Long> quad = i == parts.length - 1 ? quad(part) : Optional.empty();
            if (quad.isPresent()) {
                groups.add((int) (quad.get() >>> 16));
                groups.add((int) (quad.get() & 0xffff));
            } else if (part.matches("[0-9A-Fa-f]{1,4}")) {
                groups.add(Integer.parseInt(part, 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static Optional<Long> quad(String text) {
        String[] parts = text.split("\\.", -1);
        long bits = 0;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | Integer.parseInt(part);
        }
        return parts.length == 4 ? Optional.of(bits) : Optional.empty();
    }
}
