package io.falconer.logic;

/** Luby's sequence 1 1 2 1 1 2 4 1 1 2 ...: how long to search before each restart, best where nothing is known. */
final class Luby {
    private Luby() {}

    /** The element at {@code index}, from 1: a power of two at the end of each block, and before it the last block twice. */
    static int at(int index) {
        int block = Integer.highestOneBit(index + 1);
        return block == index + 1 ? block / 2 : at(index - block + 1);
    }
}
