package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * A field, comparison or value of an exception: a text or a list of texts.
 *
 * @param source the text with its origins; empty for a list, and for what Falco adds or does not find
 * @param list whether it is a list; then {@code text} is empty
 */
record ExceptionEntry(boolean list, String text, Optional<SourceText> source, List<ExceptionEntry> items) {
    /** What Falco uses for a missing or malformed value. */
    static final ExceptionEntry NONE = text("");

    ExceptionEntry {
        items = List.copyOf(items);
    }

    /** A text that is not in a file. */
    static ExceptionEntry text(String text) {
        return new ExceptionEntry(false, text, Optional.empty(), List.of());
    }

    static ExceptionEntry of(SourceText source) {
        return new ExceptionEntry(false, source.text(), Optional.of(source), List.of());
    }

    static ExceptionEntry list(List<ExceptionEntry> items) {
        return new ExceptionEntry(true, "", Optional.empty(), items);
    }

    /** The text without blanks around it. */
    ExceptionEntry trimmed() {
        return source.map(text -> of(text.trim())).orElseGet(() -> text(text.trim()));
    }

    /** Its place; for a list, from its first item to its last. Empty for what is not in a file. */
    Optional<Location> place() {
        if (!list) {
            return source.map(SourceText::place);
        }
        Optional<Location> first =
                items.stream().flatMap(item -> item.place().stream()).findFirst();
        return items.reversed().stream()
                .flatMap(item -> item.place().stream())
                .findFirst()
                .map(last ->
                        new Location(last.source(), first.orElse(last).span().to(last.span())));
    }

    /** Whether it is not empty. */
    boolean given() {
        return list ? !items.isEmpty() : !text.isEmpty();
    }
}
