package io.falconer.language;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Classes of bytes, numbered from 0. An automaton does not distinguish the bytes of a class. */
final class ByteClasses {
    static final int BYTES = 256;

    private final short[] classes;
    private final int count;

    private ByteClasses(short[] classes, int count) {
        this.classes = classes;
        this.count = count;
    }

    /** The smallest number of classes such that bytes with different keys are in different classes. */
    static <K> ByteClasses byKey(IntFunction<K> key) {
        Map<K, Short> numbers = new HashMap<>();
        short[] classes = new short[BYTES];
        for (int b = 0; b < BYTES; b++) {
            classes[b] = numbers.computeIfAbsent(key.apply(b), k -> (short) numbers.size());
        }
        return new ByteClasses(classes, numbers.size());
    }

    /** The smallest number of classes such that each of {@code sets} is a union of classes. */
    static ByteClasses separating(Collection<BitSet> sets) {
        BitSet[] memberships = new BitSet[BYTES];
        Arrays.setAll(memberships, b -> new BitSet());
        int number = 0;
        for (BitSet set : sets) {
            int index = number++;
            set.stream().forEach(b -> memberships[b].set(index));
        }
        return byKey(b -> memberships[b]);
    }

    /** A class for each byte that occurs in {@code texts}, given as octets, and one class for all others. */
    static ByteClasses occurring(Collection<String> texts) {
        BitSet bytes = new BitSet();
        texts.forEach(text -> text.chars().forEach(bytes::set));
        return byKey(b -> bytes.get(b) ? b : -1);
    }

    /** The class of byte {@code b}. */
    int classOf(int b) {
        return classes[b];
    }

    /** A byte of each class. */
    int[] representatives() {
        int[] representatives = new int[count];
        for (int b = 0; b < BYTES; b++) {
            representatives[classes[b]] = b;
        }
        return representatives;
    }

    /** The classes of the bytes of {@code set}. */
    BitSet classesOf(BitSet set) {
        BitSet result = new BitSet();
        set.stream().forEach(b -> result.set(classes[b]));
        return result;
    }

    int count() {
        return count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByteClasses others && Arrays.equals(classes, others.classes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(classes);
    }

    /** The classes in which each byte has the class of its {@code change} here. */
    ByteClasses after(IntUnaryOperator change) {
        short[] changed = new short[BYTES];
        for (int b = 0; b < BYTES; b++) {
            changed[b] = classes[change.applyAsInt(b)];
        }
        return new ByteClasses(changed, count);
    }
}
