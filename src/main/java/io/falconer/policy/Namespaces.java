package io.falconer.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.falconer.field.Glob;

/** Namespace globs: names with {@code *}, {@code ?} and classes in brackets, matched as Falco matches them. */
final class Namespaces {
    private static final Pattern GLOB = Pattern.compile(NameSyntax.GLOB);
    private static final Pattern CLASS = Pattern.compile("\\[[^\\]]*\\]");
    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-";

    private Namespaces() {}

    static boolean isGlob(String text) {
        return text.length() <= NameSyntax.LONGEST_GLOB && GLOB.matches(text) && everyClassMatches(text);
    }

    static boolean isLiteral(String glob) {
        return glob.chars().noneMatch(c -> c == '*' || c == '?' || c == '[');
    }

    static boolean matches(String glob, String namespace) {
        return Glob.compile(glob, false).matches(namespace);
    }

    /** A class such as {@code [z-a]} matches nothing, so it is always a mistake. */
    private static boolean everyClassMatches(String text) {
        Matcher classes = CLASS.matcher(text);
        while (classes.find()) {
            Glob each = Glob.compile(classes.group(), false);
            if (CHARACTERS.chars().noneMatch(c -> each.matches(Character.toString(c)))) {
                return false;
            }
        }
        return true;
    }
}
