package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.Span;
import java.util.Optional;

/**
 * Finds in a file what an error in a condition speaks of. The condition's text is not the file's: YAML has folded and
 * unquoted it, exceptions and lists have been worked in. So its beginning is matched against the file as far as it goes,
 * else the word is looked for; what is found nowhere, or twice, is the whole condition.
 */
final class ConditionPlace {
    private static final String DELIMITERS = " \t\r\n()";

    private final String file;
    private final Span scalar;

    private ConditionPlace(String file, Span scalar) {
        this.file = file;
        this.scalar = scalar;
    }

    /**
     * The place in the file.
     *
     * @param scalar where the condition stands in the file
     * @param condition the text that was parsed
     * @param offset the place in it
     */
    static Location find(Location scalar, String condition, int offset) {
        ConditionPlace place = new ConditionPlace(scalar.source().text(), scalar.span());
        String word = word(condition, offset);
        Span found = place.matched(condition, offset, word)
                .or(() -> condition.startsWith("(")
                        ? place.matched(condition.substring(1), Math.max(0, offset - 1), word)
                        : Optional.empty())
                .or(() -> place.only(word))
                .orElse(scalar.span());
        return new Location(scalar.source(), found);
    }

    private Optional<Span> matched(String condition, int offset, String word) {
        int at = beginning();
        for (int i = 0; i < offset; i++) {
            char c = condition.charAt(i);
            if (Character.isWhitespace(c)) {
                continue;
            }
            at = afterBlanks(at);
            if (at + 1 < scalar.end() && isEscape(file.charAt(at), file.charAt(at + 1), c)) {
                at++;
            }
            if (at >= scalar.end() || file.charAt(at) != c) {
                return Optional.empty();
            }
            at++;
        }
        int start = offset < condition.length() ? afterBlanks(at) : at;
        boolean found = file.startsWith(word, start) && start + word.length() <= scalar.end();
        return found ? Optional.of(new Span(start, start + word.length())) : Optional.empty();
    }

    /** Where the text begins: behind a quote, or below the indicator of a block. */
    private int beginning() {
        char first = scalar.start() < file.length() ? file.charAt(scalar.start()) : ' ';
        if (first == '|' || first == '>') {
            int lineEnd = file.indexOf('\n', scalar.start());
            return lineEnd < 0 ? scalar.end() : lineEnd + 1;
        }
        return first == '"' || first == '\'' ? scalar.start() + 1 : scalar.start();
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < scalar.end() && Character.isWhitespace(file.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isEscape(char first, char second, char meant) {
        boolean quoted = first == '\\' && (meant == '"' || meant == '\\');
        boolean doubled = first == '\'' && meant == '\'';
        return second == meant && (quoted || doubled);
    }

    private Optional<Span> only(String word) {
        int found = word.isEmpty() ? -1 : file.indexOf(word, scalar.start());
        if (found < 0 || found + word.length() > scalar.end()) {
            return Optional.empty();
        }
        int next = file.indexOf(word, found + 1);
        boolean alone = next < 0 || next + word.length() > scalar.end();
        return alone ? Optional.of(new Span(found, found + word.length())) : Optional.empty();
    }

    /** From {@code offset} to the next blank or parenthesis, at least one character if there is one. */
    private static String word(String condition, int offset) {
        int start = Math.min(offset, condition.length());
        while (start < condition.length() && Character.isWhitespace(condition.charAt(start))) {
            start++;
        }
        int end = Math.min(start + 1, condition.length());
        while (end < condition.length() && DELIMITERS.indexOf(condition.charAt(end)) < 0) {
            end++;
        }
        return condition.substring(start, end);
    }
}
