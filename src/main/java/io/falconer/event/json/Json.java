package io.falconer.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.falconer.text.ByteText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An immutable JSON value: a view of the text it was read from, so that numbers and escapes print as they were written (section
 * 6.2) and nothing is decoded before it is requested. Malformed UTF-8 reads as U+FFFD.
 */
public final class Json {
    /** The node of a value that does not exist. */
    private static final int NOWHERE = -1;

    private static final char REPLACEMENT = '\uFFFD';

    private final Tape tape;
    private final int node;

    Json(Tape tape, int node) {
        this.tape = tape;
        this.node = node;
    }

    /** Reads a text that is exactly one JSON value, by the rules of {@link JsonScanner}; empty if it is not. */
    public static Optional<Json> parse(byte[] text) {
        var scanner = new JsonScanner();
        if (scanner.scan(text, 0, text.length) != JsonScanner.Progress.COMPLETE) {
            return Optional.empty();
        }
        Json json = scanner.take(text, 0);
        for (int i = scanner.end(); i < text.length; i++) {
            if (!JsonScanner.isBlank(text[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(json);
    }

    /** {@link #parse(byte[])} of the text in UTF-8. */
    public static Optional<Json> parse(String text) {
        return parse(ByteText.encode(text));
    }

    public Kind kind() {
        return switch (tape.bytes()[tape.start(node)]) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case '"' -> Kind.STRING;
            case 't' -> Kind.TRUE;
            case 'f' -> Kind.FALSE;
            case 'n' -> tape.end(node) - tape.start(node) == 4 ? Kind.NULL : Kind.NUMBER;
            default -> Kind.NUMBER;
        };
    }

    /**
     * The value under {@code key}; empty if this is not an object. Of several equal keys the first counts. A key without
     * escapes counts before a key that becomes equal only when it is unescaped.
     */
    public Optional<Json> get(Key key) {
        return view(under(node, key));
    }

    /** The value that {@link #get(Key)} of one key after the other reaches; empty if a key is missing. */
    public Optional<Json> get(List<Key> path) {
        int at = node;
        for (int i = 0; i < path.size() && at != NOWHERE; i++) {
            at = under(at, path.get(i));
        }
        return view(at);
    }

    /** Whether a value exists under {@code key}. */
    public boolean has(Key key) {
        return under(node, key) != NOWHERE;
    }

    /** Whether the value under {@code key} is the string {@code text}, written without escapes. */
    public boolean isText(Key key, Key text) {
        int value = under(node, key);
        return value != NOWHERE
                && tape.bytes()[tape.start(value)] == '"'
                && !tape.hasEscapes(value)
                && tape.isWritten(value, text);
    }

    private Optional<Json> view(int found) {
        return found == NOWHERE ? Optional.empty() : Optional.of(new Json(tape, found));
    }

    /** The node under {@code key} in the object at {@code object}. */
    private int under(int object, Key key) {
        if (tape.bytes()[tape.start(object)] != '{') {
            return NOWHERE;
        }
        int end = tape.next(object);
        boolean escapes = false;
        for (int child = object + Tape.STRIDE; child < end; child = tape.next(child + Tape.STRIDE)) {
            if (tape.hasEscapes(child)) {
                escapes = true;
            } else if (tape.isKey(child, key)) {
                return child + Tape.STRIDE;
            }
        }
        return escapes ? underUnescaped(object, key.bytes()) : NOWHERE;
    }

    private int underUnescaped(int object, byte[] wanted) {
        int end = tape.next(object);
        for (int child = object + Tape.STRIDE; child < end; child = tape.next(child + Tape.STRIDE)) {
            if (tape.hasEscapes(child) && Arrays.equals(tape.unescaped(child), wanted)) {
                return child + Tape.STRIDE;
            }
        }
        return NOWHERE;
    }

    /** {@link #get(Key)} for a key that is not looked up often enough to be kept. */
    public Optional<Json> get(String key) {
        return get(Key.of(key));
    }

    /** The elements; none if this is not an array. */
    public List<Json> items() {
        if (kind() != Kind.ARRAY) {
            return List.of();
        }
        var items = new ArrayList<Json>();
        int end = tape.next(node);
        for (int child = node + Tape.STRIDE; child < end; child = tape.next(child)) {
            items.add(new Json(tape, child));
        }
        return items;
    }

    /** Whether {@code test} holds for every element. It does not check elements after one that fails. */
    public boolean allItems(Predicate<Json> test) {
        int end = tape.next(node);
        for (int child = node + Tape.STRIDE; kind() == Kind.ARRAY && child < end; child = tape.next(child)) {
            if (!test.test(new Json(tape, child))) {
                return false;
            }
        }
        return true;
    }

    /** The element at {@code index}, from 0; empty if it does not exist or this is not an array. */
    public Optional<Json> at(int index) {
        if (kind() != Kind.ARRAY || index < 0) {
            return Optional.empty();
        }
        int end = tape.next(node);
        int child = node + Tape.STRIDE;
        for (int i = 0; i < index && child < end; i++) {
            child = tape.next(child);
        }
        return child < end ? Optional.of(new Json(tape, child)) : Optional.empty();
    }

    /** The members in their order, duplicates included; none if this is not an object. */
    public List<Member> members() {
        if (kind() != Kind.OBJECT) {
            return List.of();
        }
        var members = new ArrayList<Member>();
        int end = tape.next(node);
        for (int child = node + Tape.STRIDE; child < end; child = tape.next(child + Tape.STRIDE)) {
            members.add(new Member(new Json(tape, child).text(), new Json(tape, child + Tape.STRIDE)));
        }
        return members;
    }

    /** A string without quotes and escapes; everything else as {@link #compact()}. */
    public String text() {
        if (kind() != Kind.STRING) {
            return compact();
        }
        if (tape.hasEscapes(node)) {
            byte[] unescaped = tape.unescaped(node);
            return text(unescaped, 0, unescaped.length);
        }
        int start = tape.start(node) + 1;
        return text(tape.bytes(), start, tape.end(node) - 1 - start);
    }

    /** The text as it was written, without the blanks between tokens. */
    public String compact() {
        byte[] compact = JsonLayout.compact(tape.bytes(), tape.start(node), tape.end(node));
        return text(compact, 0, compact.length);
    }

    /** The text of bytes. Bytes that are not UTF-8 stay unchanged ({@link Octets}). */
    private static String text(byte[] bytes, int start, int length) {
        String text = new String(bytes, start, length, UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : ByteText.decode(Arrays.copyOfRange(bytes, start, start + length));
    }

    /**
     * The text indented with two blanks, as Go's json.Indent does it; empty if the value contains something that only fastjson
     * accepts as JSON.
     */
    public Optional<String> pretty() {
        if (!StrictJson.holdsIn(tape, node)) {
            return Optional.empty();
        }
        byte[] indented = JsonLayout.indented(tape.bytes(), tape.start(node), tape.end(node));
        return Optional.of(text(indented, 0, indented.length));
    }

    /** Whether the compact text has more than {@code limit} bytes of UTF-8. */
    public boolean isLongerThan(int limit) {
        int start = tape.start(node);
        int end = tape.end(node);
        return end - start > limit && JsonLayout.compactLength(tape.bytes(), start, end) > limit;
    }

    /** As {@code "..."}, {@code 1.50} or {@code {"a":1}}: for people. */
    @Override
    public String toString() {
        return compact();
    }
}
