package io.falconer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.suite.Patch.Operation;
import java.util.Comparator;
import java.util.List;

/**
 * A JSON document that the operations of a patch change one after the other (RFC 6902). Its growth is limited, because a patch
 * of a few lines could copy a value into itself until no memory is left.
 */
final class PatchedDocument {
    /** How much the operations of a patch may add: characters of texts and keys, and {@link #COST} for each value. */
    private static final long MOST = 32L << 20;

    private static final int COST = 16;

    /** The maximum depth that Falco's readers of events accept. */
    private static final int DEEPEST = 300;

    /** 1 and 1.0 are the same number (RFC 6902, section 4.6). */
    private static final Comparator<JsonNode> SAME = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private JsonNode root;
    private long brought;

    /** Creates a document, which operations change. */
    PatchedDocument(JsonNode root) {
        this.root = root;
    }

    /** The reason why an operation cannot be applied. */
    static final class Inapplicable extends Exception {
        private static final long serialVersionUID = 1L;

        Inapplicable(String message) {
            super(message);
        }
    }

    /** The current document. */
    JsonNode document() {
        return root;
    }

    void apply(Operation operation) throws Inapplicable {
        PatchPath path = operation.path();
        switch (operation.verb()) {
            case ADD -> add(path, brought(operation.value(), path));
            case REMOVE -> remove(path);
            case REPLACE -> replace(path, brought(operation.value(), path));
            case MOVE -> {
                JsonNode moved = at(operation.from());
                requireDepth(moved, path.tokens().size());
                remove(operation.from());
                add(path, moved);
            }
            case COPY -> add(path, brought(at(operation.from()), path));
            case TEST -> {
                if (!at(path).equals(SAME, operation.value())) {
                    throw new Inapplicable("the value at \"" + path + "\" is another");
                }
            }
        }
    }

    /** A copy of a value, because it may be written repeatedly. */
    private JsonNode brought(JsonNode value, PatchPath to) throws Inapplicable {
        requireDepth(value, to.tokens().size());
        brought += size(value);
        if (brought > MOST) {
            throw new Inapplicable("the patch adds more than " + MOST + " characters");
        }
        return value.deepCopy();
    }

    private static void requireDepth(JsonNode value, int above) throws Inapplicable {
        if (!isWithin(value, DEEPEST - above)) {
            throw new Inapplicable("the event would be nested more than " + DEEPEST + " deep");
        }
    }

    private static boolean isWithin(JsonNode value, int levels) {
        if (levels <= 0) {
            return false;
        }
        for (JsonNode child : value) {
            if (!isWithin(child, levels - 1)) {
                return false;
            }
        }
        return true;
    }

    private static long size(JsonNode value) {
        long size = COST;
        if (value.isTextual()) {
            return size + value.textValue().length();
        }
        for (JsonNode child : value) {
            size += size(child);
        }
        for (var keys = value.fieldNames(); keys.hasNext(); ) {
            size += keys.next().length();
        }
        return size;
    }

    private JsonNode at(PatchPath pointer) throws Inapplicable {
        JsonNode at = root;
        for (int i = 0; i < pointer.tokens().size(); i++) {
            at = child(at, pointer, i);
        }
        return at;
    }

    /** The container of the value that a pointer names, which is not the whole document. */
    private JsonNode parent(PatchPath pointer) throws Inapplicable {
        return at(new PatchPath(pointer.tokens().subList(0, pointer.tokens().size() - 1)));
    }

    private static JsonNode child(JsonNode parent, PatchPath pointer, int at) throws Inapplicable {
        String token = pointer.tokens().get(at);
        JsonNode child = parent instanceof ArrayNode array
                ? array.path(PatchPath.index(token, array.size()))
                : parent.path(token);
        if (child.isMissingNode()) {
            throw missing(new PatchPath(pointer.tokens().subList(0, at + 1)));
        }
        return child;
    }

    private static Inapplicable missing(PatchPath place) {
        return new Inapplicable("there is nothing at \"" + place + "\"");
    }

    private void add(PatchPath path, JsonNode value) throws Inapplicable {
        List<String> tokens = path.tokens();
        if (tokens.isEmpty()) {
            root = value;
            return;
        }
        switch (parent(path)) {
            case ObjectNode object -> object.set(tokens.getLast(), value);
            case ArrayNode array -> {
                int index = PatchPath.index(tokens.getLast(), array.size());
                if (index < 0) {
                    throw new Inapplicable(
                            "\"" + path + "\" is not an index from 0 to " + array.size() + " of its list");
                }
                array.insert(index, value);
            }
            case JsonNode scalar ->
                throw new Inapplicable("the parent of \"" + path + "\" is neither an object nor a list");
        }
    }

    private void replace(PatchPath path, JsonNode value) throws Inapplicable {
        at(path);
        if (path.tokens().isEmpty()) {
            root = value;
        } else if (parent(path) instanceof ArrayNode array) {
            array.set(PatchPath.index(path.tokens().getLast(), array.size()), value);
        } else {
            add(path, value);
        }
    }

    private void remove(PatchPath path) throws Inapplicable {
        at(path);
        if (path.tokens().isEmpty()) {
            throw new Inapplicable("the whole event cannot be removed");
        }
        switch (parent(path)) {
            case ObjectNode object -> object.remove(path.tokens().getLast());
            case ArrayNode array -> array.remove(PatchPath.index(path.tokens().getLast(), array.size()));
            case JsonNode scalar -> throw missing(path);
        }
    }
}
