package io.falconer.event.manifest;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names that a cluster would choose at random, computed from {@code seed} so that the same input gives the same events. */
final class GeneratedNames {
    /** The letters of generated names: no vowels, and no letters that look alike. */
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private GeneratedNames() {}

    static String uid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String suffix(String seed, int length) {
        UUID hash = UUID.nameUUIDFromBytes(("suffix " + seed).getBytes(StandardCharsets.UTF_8));
        long bits = hash.getMostSignificantBits() ^ hash.getLeastSignificantBits();
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(LETTERS.charAt((int) Long.remainderUnsigned(bits, LETTERS.length())));
            bits = Long.divideUnsigned(bits, LETTERS.length());
        }
        return letters.toString();
    }
}
