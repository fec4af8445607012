package io.falconer.logic;

/**
 * Luby's sequence 1 1 2 1 1 2 4 1 1 2 ...: how long to search before each restart; optimal if nothing is known about the
 * problem.
 */
final class Luby {
    private Luby() {}

    /** The element at {@code index}, from 1. Each block ends with a power of two, after two copies of the previous block. */
    static int at(int index) {
        int block = Integer.highestOneBit(index + 1);
        return block == index + 1 ? block / 2 : at(index - block + 1);
    }
}
