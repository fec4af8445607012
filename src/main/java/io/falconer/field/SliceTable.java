package io.falconer.field;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hash table whose keys are looked up as slices of longer texts, without copying the slices. */
final class SliceTable<T> {
    private final String[] keys;
    private final Object[] values;
    /** The first entry of each chain and the entry after each one, plus one. 0 ends a chain. */
    private final int[] firsts;

    private final int[] nexts;

    SliceTable(Map<String, T> entries) {
        this.keys = entries.keySet().toArray(String[]::new);
        this.values = Arrays.stream(keys).map(entries::get).toArray();
        this.firsts = new int[Integer.highestOneBit(Math.max(1, keys.length)) * 2];
        this.nexts = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int chain = chain(keys[i], 0, keys[i].length());
            nexts[i] = firsts[chain];
            firsts[chain] = i + 1;
        }
    }

    /** The value of the key in {@code text} from {@code start} to {@code end}; null if it is not a key. */
    @SuppressWarnings("unchecked") // The values come from a map to T.
    @Nullable T find(String text, int start, int end) {
        if (keys.length == 0) {
            return null;
        }
        int length = end - start;
        for (int i = firsts[chain(text, start, end)]; i > 0; i = nexts[i - 1]) {
            String key = keys[i - 1];
            if (key.length() == length && text.startsWith(key, start)) {
                return (T) values[i - 1];
            }
        }
        return null;
    }

    private int chain(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return (hash ^ hash >>> 16) & (firsts.length - 1);
    }
}
