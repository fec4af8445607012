package io.falconer.condition;

import io.falconer.text.Span;
import java.util.Optional;

/**
 * A place in a condition and the tokens of Falco's grammar that can be read there (section 2.1). Falco has no separate lexer:
 * what a stretch of text is depends on what the parser tries, and in which order. Every method that reads a token moves past
 * it, or leaves the place unchanged.
 */
final class Cursor {
    private final String text;
    private final boolean hexEscapes;
    private int at;
    private String lastToken = "";

    /** A place and the last token that was read before it. */
    record Place(int offset, String lastToken) {}

    /** A place in {@code text}. In its quoted strings, {@code \xHH} is a byte or is not supported. */
    Cursor(String text, int start, boolean hexEscapes) {
        this.text = text;
        this.at = start;
        this.hexEscapes = hexEscapes;
    }

    Place place() {
        return new Place(at, lastToken);
    }

    /** Returns to an earlier place, as if nothing had been read since. */
    void back(Place place) {
        at = place.offset();
        lastToken = place.lastToken();
    }

    int offset() {
        return at;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** The last token that was read, which the message about surplus text names. Blanks are not a token. */
    String lastToken() {
        return lastToken;
    }

    Span spanFrom(int start) {
        return new Span(start, at);
    }

    ConditionSyntaxError error(String message) {
        return new ConditionSyntaxError(message, at);
    }

    /** Reads blanks; returns whether there were any. */
    boolean blanks() {
        int start = at;
        while (at < text.length() && Characters.isBlank(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    /** Reads {@code token} by plain prefix comparison, whatever follows it. */
    boolean literal(String token) {
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        lastToken = token;
        return true;
    }

    /** Reads {@code word} and the blanks after it, which are required. */
    boolean wordAndBlank(String word) {
        int end = at + word.length();
        if (!text.startsWith(word, at) || end == text.length() || !Characters.isBlank(text.charAt(end))) {
            return false;
        }
        at = end;
        lastToken = word;
        return blanks();
    }

    /** Reads {@code not} with the spaces after it. Vertical tab and form feed count here, unlike in {@link #blanks}. */
    boolean notAndSpace() {
        int end = at + 3;
        if (!text.startsWith("not", at) || end == text.length() || !Characters.isSpace(text.charAt(end))) {
            return false;
        }
        while (end < text.length() && Characters.isSpace(text.charAt(end))) {
            end++;
        }
        take(end);
        return true;
    }

    /** Whether there is a blank right before this place. */
    boolean isBehindBlank() {
        return at > 0 && Characters.isBlank(text.charAt(at - 1));
    }

    /** Whether a list starts here, or an identifier that can follow a modifier. */
    boolean isAtListValue() {
        return text.startsWith("(", at) || (Characters.identifierEnd(text, at) > at && !Characters.isKeyword(text, at));
    }

    Optional<String> identifier() {
        int end = Characters.identifierEnd(text, at);
        return end == at ? Optional.empty() : Optional.of(take(end));
    }

    /** Two or more identifiers with dots between them. A dot that no identifier follows is not read. */
    Optional<String> fieldName() {
        int end = Characters.identifierEnd(text, at);
        boolean dotted = false;
        while (end > at && end < text.length() && text.charAt(end) == '.') {
            int next = Characters.identifierEnd(text, end + 1);
            if (next == end + 1) {
                break;
            }
            end = next;
            dotted = true;
        }
        return dotted ? Optional.of(take(end)) : Optional.empty();
    }

    Optional<String> number() {
        int end = Characters.numberEnd(text, at);
        return end == at ? Optional.empty() : Optional.of(take(end));
    }

    Optional<String> bareString() {
        int end = at;
        while (end < text.length() && Characters.isBare(text.charAt(end))) {
            end++;
        }
        return end == at ? Optional.empty() : Optional.of(take(end));
    }

    Optional<String> bareArgument() {
        int end = at;
        while (end < text.length() && Characters.isBareArgument(text.charAt(end))) {
            end++;
        }
        return end == at ? Optional.empty() : Optional.of(take(end));
    }

    /**
     * Reads a quoted string and returns its meaning. The string ends at the first quote of its kind that does not follow a
     * backslash, even if that backslash is itself escaped. Without such a quote, nothing is read.
     *
     * @throws ConditionSyntaxError for an escape that Falco does not know, with the cursor after the closing quote
     */
    Optional<String> quotedString() throws ConditionSyntaxError {
        int end = Characters.quotedEnd(text, at);
        if (end == at) {
            return Optional.empty();
        }
        String raw = take(end);
        lastToken = Escapes.resolve(raw, at, hexEscapes);
        return Optional.of(lastToken);
    }

    private String take(int end) {
        lastToken = text.substring(at, end);
        at = end;
        return lastToken;
    }
}
