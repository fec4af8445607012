package io.falconer.bench.workload;

import java.util.List;

/**
 * Random choices that depend on a seed and on nothing else: SplitMix64, written out here so that no JDK's generator can
 * change what a seed stands for.
 */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** 64 random bits. */
    long bits() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A number from 0, less than {@code bound}. */
    int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** True so many times of a thousand. */
    boolean chance(int perMille) {
        return below(1000) < perMille;
    }

    /** One of some items. */
    <T> T of(List<T> items) {
        return items.get(below(items.size()));
    }
}
