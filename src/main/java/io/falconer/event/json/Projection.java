package io.falconer.event.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a document that will be read. A {@link LineScanner} checks the whole document but keeps only these parts, so
 * that unused parts cost neither memory nor time. Elements of arrays are treated like their array.
 */
public final class Projection {
    private static final int FREE = -1;

    /** Everything. */
    public static final Projection ALL = new Projection(Map.of());

    /** Only the value itself, and nothing below it. */
    static final Projection NOTHING = new Projection(Map.of());

    // A hash table in parallel arrays, because it is looked up at every key of a log: the head of each key, its length
    // (-1 for
    // a free slot), the whole key, and the parts of its value that will be read.
    private final long[] heads;
    private final int[] lengths;
    private final Key[] keys;
    private final Projection[] values;

    private Projection(Map<Key, Projection> members) {
        int size = Integer.highestOneBit(Math.max(1, members.size())) * 4;
        heads = new long[size];
        lengths = new int[size];
        keys = new Key[size];
        values = new Projection[size];
        Arrays.fill(lengths, FREE);
        members.forEach((key, value) -> {
            int at = slot(key.hash());
            while (lengths[at] != FREE) {
                at = (at + 1) & (size - 1);
            }
            heads[at] = key.head();
            lengths[at] = key.length();
            keys[at] = key;
            values[at] = value;
        });
    }

    /** Everything at the ends of these paths of keys; an empty path means the whole document. */
    public static Projection of(Collection<? extends List<String>> paths) {
        Map<String, List<List<String>>> byKey = new LinkedHashMap<>();
        for (List<String> path : paths) {
            if (path.isEmpty()) {
                return ALL;
            }
            byKey.computeIfAbsent(path.getFirst(), key -> new ArrayList<>()).add(path.subList(1, path.size()));
        }
        Map<Key, Projection> members = new LinkedHashMap<>();
        byKey.forEach((key, rest) -> members.put(Key.of(key), of(rest)));
        return members.isEmpty() ? NOTHING : new Projection(members);
    }

    /**
     * The parts that will be read of the value whose key is written without escapes at {@code start}.
     *
     * @param head the {@link Bytes#head} of the key
     */
    Projection member(byte[] bytes, int start, int length, long head) {
        if (this == ALL) {
            return ALL;
        }
        int at = slot(Key.hash(head, length));
        while (lengths[at] != FREE) {
            if (heads[at] == head && lengths[at] == length && keys[at].goesOnAs(bytes, start)) {
                return values[at];
            }
            at = (at + 1) & (lengths.length - 1);
        }
        return NOTHING;
    }

    private int slot(int hash) {
        return (hash >>> 8) & (lengths.length - 1);
    }
}
