package io.falconer.event.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a document will be looked at. A {@link JsonScanner} checks all of a document but keeps these alone, so that
 * what nobody asks for costs neither memory nor time. Elements of arrays are looked at as their array is.
 */
public final class Projection {
    /** Everything. */
    public static final Projection ALL = new Projection(List.of());

    /** Nothing below the value itself. */
    static final Projection NOTHING = new Projection(List.of());

    private final @Nullable Member[] table;

    private Projection(List<Member> members) {
        table = new Member[Integer.highestOneBit(Math.max(1, members.size())) * 4];
        for (Member member : members) {
            int at = slot(member.key, 0, member.key.length);
            while (table[at] != null) {
                at = at + 1 & table.length - 1;
            }
            table[at] = member;
        }
    }

    /** A key and what will be looked at of its value. */
    private static final class Member {
        private final byte[] key;
        private final Projection value;

        private Member(String key, Projection value) {
            this.key = Key.of(key).bytes();
            this.value = value;
        }

        private boolean isWritten(byte[] bytes, int start, int end) {
            if (key.length != end - start) {
                return false;
            }
            for (int i = 0; i < key.length; i++) {
                if (key[i] != bytes[start + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What lies at the ends of these paths of keys, wholly; an empty path stands for the whole document. */
    public static Projection of(Collection<? extends List<String>> paths) {
        Map<String, List<List<String>>> byKey = new LinkedHashMap<>();
        for (List<String> path : paths) {
            if (path.isEmpty()) {
                return ALL;
            }
            byKey.computeIfAbsent(path.getFirst(), key -> new ArrayList<>()).add(path.subList(1, path.size()));
        }
        List<Member> members = new ArrayList<>();
        byKey.forEach((key, rest) -> members.add(new Member(key, of(rest))));
        return members.isEmpty() ? NOTHING : new Projection(members);
    }

    /** What will be looked at of the value whose key is written without escapes at {@code start} to {@code end}. */
    Projection member(byte[] bytes, int start, int end) {
        if (this == ALL) {
            return ALL;
        }
        int at = slot(bytes, start, end);
        for (Member member = table[at]; member != null; member = table[at]) {
            if (member.isWritten(bytes, start, end)) {
                return member.value;
            }
            at = at + 1 & table.length - 1;
        }
        return NOTHING;
    }

    private int slot(byte[] bytes, int start, int end) {
        int length = end - start;
        int hash = length == 0 ? 0 : 31 * (31 * length + bytes[start]) + bytes[start + length / 2] + 7 * bytes[end - 1];
        return (hash ^ hash >>> 5) & table.length - 1;
    }
}
