package io.falconer.suite;

import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;

/** What the cases of a file may come to: a short text repeats a long value as often as it names it. */
final class ExpansionLimit {
    /** The most characters of all tests that are made of cases, with {@link #COST} for each value. */
    static final long MOST = 64L << 20;

    static final int COST = 16;

    private long taken;

    /** The cases come to more than {@link #MOST} characters. */
    static final class ExceededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExceededException() {
            super("the cases make more than " + MOST + " characters of tests", null, false, false);
        }
    }

    /**
     * Counts characters that are about to be made.
     *
     * @throws ExceededException if they are too many
     */
    void take(long characters) {
        taken += characters;
        if (taken > MOST) {
            throw new ExceededException();
        }
    }

    /** What a value comes to. */
    static long size(YamlNode node) {
        long size = COST;
        switch (node) {
            case YamlNode.Scalar scalar -> size += scalar.text().length();
            case YamlNode.Sequence list -> {
                for (YamlNode item : list.items()) {
                    size += size(item);
                }
            }
            case YamlNode.Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    size += size(entry.key()) + size(entry.value());
                }
            }
        }
        return size;
    }
}
