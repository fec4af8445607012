package io.falconer.cli.file;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Names that are unique to a run. */
final class RandomName {
    private static final String PREFIX = ".falconer-";
    private static final String CHARACTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 16;
    private static final Pattern MIDDLE = Pattern.compile("[0-9a-z]{" + LENGTH + "}");

    private RandomName() {}

    /** A new name with this suffix. */
    static String with(String suffix) {
        SecureRandom random = new SecureRandom();
        StringBuilder name = new StringBuilder(PREFIX);
        for (int i = 0; i < LENGTH; i++) {
            name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return name.append(suffix).toString();
    }

    /** A glob that matches all names with this suffix, and some others. */
    static String glob(String suffix) {
        return PREFIX + "*" + suffix;
    }

    /** Whether the name of the file is such a name. */
    static boolean is(Path file, String suffix) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX)
                && name.endsWith(suffix)
                && MIDDLE.matcher(name.substring(PREFIX.length(), name.length() - suffix.length()))
                        .matches();
    }
}
