package io.falconer.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The search for the cheapest text that several automata accept or refuse together, as {@link ReadableBytes} defines the costs:
 * Dijkstra's algorithm on tuples of their states, with a queue that has a bucket for each cost (Dial). Tuples are created when
 * they are reached. A tuple is left out if an automaton can no longer accept or refuse as required.
 */
final class CheapestWord {
    private static final int BUCKETS = ReadableBytes.HIGHEST_COST + 1;

    private final Intersection.Part[] parts;
    private final int limit;
    /** The bytes to try, each the cheapest of those that no automaton distinguishes from it. */
    private final int[] bytes;
    /** For each of these bytes, its class in each automaton. */
    private final int[][] symbols;

    /** The tuples, one after the other, in the order in which they were reached. */
    private int[] tuples;

    private int count;
    /** For each tuple, the tuple that it was reached from, the byte that led to it, and the cost of its text. */
    private int[] parents = new int[16];

    private int[] lastBytes = new int[16];
    private int[] costs = new int[16];
    /** A hash table of tuples: index + 1, or 0 for a free slot. */
    private int[] slots = new int[64];

    private final int[][] buckets = new int[BUCKETS][8];
    private final int[] sizes = new int[BUCKETS];

    CheapestWord(List<Intersection.Part> parts, int limit) {
        this.parts = parts.toArray(Intersection.Part[]::new);
        this.limit = limit;
        this.bytes = differentBytes();
        this.symbols = new int[bytes.length][parts.size()];
        for (int i = 0; i < bytes.length; i++) {
            for (int part = 0; part < parts.size(); part++) {
                symbols[i][part] = parts.get(part).language().classes().classOf(bytes[i]);
            }
        }
        this.tuples = new int[16 * parts.size()];
    }

    private int[] differentBytes() {
        int[] groups = new int[ByteClasses.BYTES];
        int groupCount = 1;
        for (Intersection.Part part : parts) {
            ByteClasses classes = part.language().classes();
            int[] numbers = new int[groupCount * classes.count()];
            int next = 0;
            for (int b = 1; b < ByteClasses.BYTES; b++) {
                int key = groups[b] * classes.count() + classes.classOf(b);
                if (numbers[key] == 0) {
                    numbers[key] = ++next;
                }
                groups[b] = numbers[key] - 1;
            }
            groupCount = next;
        }
        int[] chosen = new int[groupCount];
        boolean[] seen = new boolean[groupCount];
        int size = 0;
        for (int rank = 0; size < groupCount && rank < ReadableBytes.count(); rank++) {
            int b = ReadableBytes.byRank(rank);
            if (!seen[groups[b]]) {
                seen[groups[b]] = true;
                chosen[size++] = b;
            }
        }
        return chosen;
    }

    /** The number of tuples that were created. */
    int states() {
        return count;
    }

    /**
     * The octets of the text; empty if there is none.
     *
     * <p>The buckets contain the tuples that were reached and not left, each in the bucket of its cost. No tuple is cheaper
     * than the current cost, or more expensive by more than one byte, so the buckets can be used in rotation.
     */
    Optional<String> find() throws TooLarge {
        int[] tuple = new int[parts.length];
        reach(tuple, -1, 0, 0);
        for (int cost = 0, idle = 0; idle < BUCKETS; cost++) {
            int bucket = cost % BUCKETS;
            idle = sizes[bucket] == 0 ? idle + 1 : 0;
            for (int i = 0; i < sizes[bucket]; i++) {
                int from = buckets[bucket][i];
                if (costs[from] == cost) {
                    if (accepts(from)) {
                        return Optional.of(text(from));
                    }
                    leave(from, tuple);
                }
            }
            sizes[bucket] = 0;
        }
        return Optional.empty();
    }

    private boolean accepts(int index) {
        for (int part = 0; part < parts.length; part++) {
            if (parts[part].language().table().accepts(tuples[index * parts.length + part]) != parts[part].inside()) {
                return false;
            }
        }
        return true;
    }

    private String text(int last) {
        StringBuilder octets = new StringBuilder();
        for (int index = last; parents[index] >= 0; index = parents[index]) {
            octets.append((char) lastBytes[index]);
        }
        return octets.reverse().toString();
    }

    private void leave(int from, int[] next) throws TooLarge {
        for (int i = 0; i < bytes.length; i++) {
            boolean hopeless = false;
            for (int part = 0; part < parts.length && !hopeless; part++) {
                Automaton language = parts[part].language();
                next[part] = language.table().next(tuples[from * parts.length + part], symbols[i][part]);
                hopeless = language.isTrap(next[part]) && language.table().accepts(next[part]) != parts[part].inside();
            }
            if (!hopeless) {
                reach(next, from, bytes[i], costs[from] + ReadableBytes.cost(bytes[i]));
            }
        }
    }

    /** Records that a tuple was reached, unless it was reached before at the same or a lower cost. */
    private void reach(int[] tuple, int from, int lastByte, int cost) throws TooLarge {
        int index = index(tuple);
        if (cost < costs[index]) {
            costs[index] = cost;
            parents[index] = from;
            lastBytes[index] = lastByte;
            int bucket = cost % BUCKETS;
            if (sizes[bucket] == buckets[bucket].length) {
                buckets[bucket] = Arrays.copyOf(buckets[bucket], 2 * sizes[bucket]);
            }
            buckets[bucket][sizes[bucket]++] = index;
        }
    }

    /** The index of a tuple, which is added if it is new. */
    private int index(int[] tuple) throws TooLarge {
        int slot = slot(tuple, 0);
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        if (count == limit) {
            throw new TooLarge("a product with more than %,d states".formatted(limit));
        }
        if (count == costs.length) {
            grow();
            slot = slot(tuple, 0);
        }
        System.arraycopy(tuple, 0, tuples, count * parts.length, parts.length);
        costs[count] = Integer.MAX_VALUE;
        slots[slot] = count + 1;
        return count++;
    }

    /** The slot of a tuple in {@code from}, or the free slot for it. */
    private int slot(int[] from, int start) {
        int hash = 1;
        for (int part = 0; part < parts.length; part++) {
            hash = 31 * hash + from[start + part];
        }
        int slot = (hash ^ hash >>> 15) & (slots.length - 1);
        while (slots[slot] > 0
                && !Arrays.equals(
                        from,
                        start,
                        start + parts.length,
                        tuples,
                        (slots[slot] - 1) * parts.length,
                        slots[slot] * parts.length)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        int capacity = 2 * count;
        tuples = Arrays.copyOf(tuples, capacity * parts.length);
        parents = Arrays.copyOf(parents, capacity);
        lastBytes = Arrays.copyOf(lastBytes, capacity);
        costs = Arrays.copyOf(costs, capacity);
        slots = new int[4 * capacity];
        for (int i = 0; i < count; i++) {
            slots[slot(tuples, i * parts.length)] = i + 1;
        }
    }
}
