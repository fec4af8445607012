package io.falconer.cli;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Globs of paths: {@code *} and {@code ?} match within a name, {@code **} matches across names, {@code [a-z]} and
 * {@code [!a-z]} are one character of a name, <code>{a,b}</code> is one of several globs, and a backslash makes the next
 * character literal. Matching takes time in proportion to the path, however many stars the glob has.
 */
final class FileGlob {
    private static final String CHARACTER = "[^/]";

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private boolean within;

    private FileGlob(String glob) {
        this.glob = glob;
    }

    /** The paths that {@code glob} matches; empty if it is not a glob. */
    static Optional<Pattern> pattern(String glob) {
        FileGlob read = new FileGlob(glob);
        try {
            return read.isRead()
                    ? Optional.of(Pattern.compile(read.regex.toString(), Pattern.DOTALL))
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** A path for matching, with slashes on every system. */
    static String path(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }

    private boolean isRead() {
        while (at < glob.length()) {
            if (!isRead(glob.charAt(at++))) {
                return false;
            }
        }
        return !within;
    }

    private boolean isRead(char c) {
        switch (c) {
            case '*' -> stars();
            case '?' -> regex.append(CHARACTER);
            case '[' -> {
                return isClass();
            }
            case '{' -> {
                boolean nested = within;
                within = true;
                regex.append("(?:");
                return !nested;
            }
            case '}' -> {
                regex.append(within ? ")" : "\\}");
                within = false;
            }
            case ',' -> regex.append(within ? "|" : ",");
            case '\\' -> {
                return isEscape();
            }
            default -> literal(c);
        }
        return true;
    }

    private void stars() {
        boolean across = false;
        while (at < glob.length() && glob.charAt(at) == '*') {
            across = true;
            at++;
        }
        regex.append(across ? ".*" : CHARACTER + "*");
    }

    private boolean isEscape() {
        if (at == glob.length()) {
            return false;
        }
        literal(glob.charAt(at++));
        return true;
    }

    /** Up to the next bracket, which may be first. It never contains a slash. */
    private boolean isClass() {
        boolean negated = at < glob.length() && (glob.charAt(at) == '!' || glob.charAt(at) == '^');
        int start = negated ? at + 1 : at;
        int end = glob.indexOf(']', start + 1);
        int slash = glob.indexOf('/', start);
        if (end < 0 || (slash >= 0 && slash < end)) {
            return false;
        }
        regex.append(negated ? "[^/" : "[");
        for (char c : glob.substring(start, end).toCharArray()) {
            regex.append(c == '-' ? "-" : Pattern.quote(String.valueOf(c)));
        }
        regex.append(']');
        at = end + 1;
        return true;
    }

    private void literal(char c) {
        regex.append(Pattern.quote(String.valueOf(c)));
    }
}
