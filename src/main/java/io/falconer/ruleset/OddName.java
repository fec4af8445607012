package io.falconer.ruleset;

import io.falconer.text.SourceText;
import io.falconer.text.Span;
import io.falconer.text.Via;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Replaces the name of a list that holds delimiters, and so is no word. Falco's way for all lists: it looks for the name in the
 * text, and goes on behind what it replaced.
 */
final class OddName {
    private OddName() {}

    /** {@code source} with the list replaced; empty if it is not named, which is not the same as a text that comes out alike. */
    static Optional<SourceText> paste(SourceText source, String name, Supplier<SourceText> list) {
        String text = source.text();
        SourceText.Builder out = new SourceText.Builder();
        int copied = 0;
        int found = text.indexOf(name);
        while (found >= 0) {
            int end = found + name.length();
            if (!isDelimited(text, found, end, copied)) {
                found = text.indexOf(name, found + 1);
                continue;
            }
            while (end < text.length() && PastedText.isBlank(text.charAt(end))) {
                end++;
            }
            SourceText items =
                    list.get().inPlaceOf(Via.Kind.LIST, name, source, new Span(found, found + name.length()));
            out.append(source, copied, found);
            end = pasteAt(out, items, source, found, end);
            copied = end;
            found = text.indexOf(name, out.length() == items.length() + 1 ? end + 1 : end);
            if (out.length() > ListPaste.MAX_LENGTH) {
                throw new ListPaste.TooLong();
            }
        }
        return out.length() == 0
                ? Optional.empty()
                : Optional.of(out.append(source, copied, text.length()).build(source.place()));
    }

    /** What was replaced before ends with a blank, so the character before {@code copied} is a delimiter. */
    private static boolean isDelimited(String text, int start, int end, int copied) {
        boolean before = start == copied || PastedText.isDelimiter(text.charAt(start - 1));
        return before && (end >= text.length() || PastedText.isDelimiter(text.charAt(end)));
    }

    /** Appends the items between single blanks; an empty list takes a comma beside it along. Gives where to go on. */
    private static int pasteAt(SourceText.Builder out, SourceText items, SourceText source, int found, int end) {
        String text = source.text();
        int next = end;
        while (out.length() > 0 && PastedText.isBlank(out.charAt(out.length() - 1))) {
            out.truncate(out.length() - 1);
        }
        if (items.length() == 0) {
            if (out.length() > 0 && out.charAt(out.length() - 1) == ',') {
                out.truncate(out.length() - 1);
            } else if (next < text.length() && text.charAt(next) == ',') {
                next++;
            }
        }
        out.at(source, found, out.length() > 0 ? " " : "").append(items).at(source, end - 1, " ");
        return next;
    }
}
