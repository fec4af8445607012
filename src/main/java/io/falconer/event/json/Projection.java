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
            int at = slot(member.key.head(), member.key.bytes().length);
            while (table[at] != null) {
                at = at + 1 & table.length - 1;
            }
            table[at] = member;
        }
    }

    /** A key and what will be looked at of its value. */
    private record Member(Key key, Projection value) {}

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
        byKey.forEach((key, rest) -> members.add(new Member(Key.of(key), of(rest))));
        return members.isEmpty() ? NOTHING : new Projection(members);
    }

    /** What will be looked at of the value whose key is written without escapes at {@code start} to {@code end}. */
    Projection member(byte[] bytes, int start, int end) {
        if (this == ALL) {
            return ALL;
        }
        int length = end - start;
        long head = Bytes.head(bytes, start, length);
        int at = slot(head, length);
        for (Member member = table[at]; member != null; member = table[at]) {
            if (member.key.isWritten(bytes, start, length, head)) {
                return member.value;
            }
            at = at + 1 & table.length - 1;
        }
        return NOTHING;
    }

    private int slot(long head, int length) {
        long mixed = (head + length) * 0x9E3779B97F4A7C15L; // the golden ratio spreads keys that begin alike
        return (int) (mixed >>> 40) & table.length - 1;
    }
}
