package io.falconer.ruleset;

import java.util.List;

/**
 * A field, comparison or value of an exception: a text or a list of such.
 *
 * @param list whether it is a list; then {@code text} is empty
 */
record ExceptionEntry(boolean list, String text, List<ExceptionEntry> items) {
    /** What Falco takes a missing or misshapen value for. */
    static final ExceptionEntry NONE = text("");

    ExceptionEntry {
        items = List.copyOf(items);
    }

    static ExceptionEntry text(String text) {
        return new ExceptionEntry(false, text, List.of());
    }

    static ExceptionEntry list(List<ExceptionEntry> items) {
        return new ExceptionEntry(true, "", items);
    }

    /** Whether there is something in it. */
    boolean given() {
        return list ? !items.isEmpty() : !text.isEmpty();
    }
}
