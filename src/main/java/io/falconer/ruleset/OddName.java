package io.falconer.ruleset;

import io.falconer.text.SourceText;
import io.falconer.text.Span;
import io.falconer.text.Via;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Replaces the name of a list that contains delimiters and so is not a word. Falco does this for all lists: it searches the
 * text for the name, and continues after what it replaced.
 */
final class OddName {
    private OddName() {}

    /**
     * {@code source} with the list replaced; empty if the text does not name it, which differs from a replacement that gives
     * the same text.
     */
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

    /** The previous replacement ends with a blank, so the character before {@code copied} is a delimiter. */
    private static boolean isDelimited(String text, int start, int end, int copied) {
        boolean before = start == copied || PastedText.isDelimiter(text.charAt(start - 1));
        return before && (end >= text.length() || PastedText.isDelimiter(text.charAt(end)));
    }

    /** Appends the items between single blanks. An empty list also removes a comma next to it. Returns where to continue. */
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
