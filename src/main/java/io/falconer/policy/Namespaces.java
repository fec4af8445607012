package io.falconer.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Namespace globs: names with {@code *}, {@code ?} and classes in brackets. */
final class Namespaces {
    private static final Pattern GLOB = Pattern.compile("(?:[a-z0-9*?-]|\\[!?[a-z0-9-]+\\])+");

    private Namespaces() {}

    static boolean isGlob(String text) {
        if (text.length() > 63 || !GLOB.matches(text)) {
            return false;
        }
        try {
            matches(text, "");
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    static boolean isLiteral(String glob) {
        return glob.chars().noneMatch(c -> c == '*' || c == '?' || c == '[');
    }

    static boolean matches(String glob, String namespace) {
        StringBuilder regex = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (inClass) {
                regex.append(c == '!' ? '^' : c);
                inClass = c != ']';
            } else {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : String.valueOf(c));
                inClass = c == '[';
            }
        }
        return Pattern.compile(regex.toString()).matches(namespace);
    }
}
