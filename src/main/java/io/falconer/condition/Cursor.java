package io.falconer.condition;

import io.falconer.text.Span;
import java.util.Optional;

/**
 * A place in a condition and the tokens of Falco's grammar that can be taken there (section 2.1). Falco has no lexer of
 * its own: what a stretch of text is depends on what the parser tries, and in which order. Every method that takes a token
 * moves past it, or leaves the place as it is.
 */
final class Cursor {
    private final String text;
    private final boolean hexEscapes;
    private int at;
    private String lastToken = "";

    /** A place and the token that was taken last before it. */
    record Place(int offset, String lastToken) {}

    /** A place in {@code text}, in whose quoted strings {@code \xHH} stands for a byte or for nothing. */
    Cursor(String text, int start, boolean hexEscapes) {
        this.text = text;
        this.at = start;
        this.hexEscapes = hexEscapes;
    }

    Place place() {
        return new Place(at, lastToken);
    }

    /** Goes back to a place of before, as if nothing had been taken since. */
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

    /** The token taken last, which the message about surplus text names. Blanks are no token. */
    String lastToken() {
        return lastToken;
    }

    Span spanFrom(int start) {
        return new Span(start, at);
    }

    ConditionSyntaxError error(String message) {
        return new ConditionSyntaxError(message, at);
    }

    /** Takes blanks; whether there were any. */
    boolean blanks() {
        int start = at;
        while (at < text.length() && Characters.isBlank(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    /** Takes {@code token} by plain prefix comparison, whatever follows it. */
    boolean literal(String token) {
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        lastToken = token;
        return true;
    }

    /** Takes {@code word} and the blanks after it, which must be there. */
    boolean wordAndBlank(String word) {
        int end = at + word.length();
        if (!text.startsWith(word, at) || end == text.length() || !Characters.isBlank(text.charAt(end))) {
            return false;
        }
        at = end;
        lastToken = word;
        return blanks();
    }

    /** Takes {@code not} with the spaces after it; vertical tab and form feed count here, unlike in {@link #blanks}. */
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

    /** Whether a blank stands right before this place. */
    boolean isBehindBlank() {
        return at > 0 && Characters.isBlank(text.charAt(at - 1));
    }

    /** Whether a list begins here, or an identifier that a modifier can stand before. */
    boolean isAtListValue() {
        return text.startsWith("(", at) || (Characters.identifierEnd(text, at) > at && !Characters.isKeyword(text, at));
    }

    Optional<String> identifier() {
        int end = Characters.identifierEnd(text, at);
        return end == at ? Optional.empty() : Optional.of(take(end));
    }

    /** Two or more identifiers with dots between them; a dot that no identifier follows is left. */
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
     * Takes a quoted string and gives what it stands for. The string ends at the first quote of its kind that no backslash
     * stands before, even where that backslash is itself escaped; without such a quote nothing is taken.
     *
     * @throws ConditionSyntaxError for an escape that Falco does not know, with the cursor behind the closing quote
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
