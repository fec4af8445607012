package io.falconer.ruleset;

import io.falconer.text.SourceText;
import io.falconer.text.Span;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition's text while names of lists in it are replaced by their items. It is a chain of stretches in which each name is a
 * separate stretch, so that a replacement costs only what it brings in. Blanks and commas are as Falco leaves them when it
 * replaces in the text, list by list and from left to right.
 */
final class PastedText {
    /** Receives each name of a list that enters the text. */
    @FunctionalInterface
    interface Names {
        /** The position of the list that a word names, or -1. */
        int place(String word);
    }

    /** The stretch {@code start..end} of a text; {@code place} is the position of the list that it names, or -1. */
    static final class Stretch {
        private final SourceText source;
        private int start;
        private int end;
        private int place;
        private @Nullable Stretch before;
        private @Nullable Stretch after;

        private Stretch(SourceText source, int start, int end, int place) {
            this.source = source;
            this.start = start;
            this.end = end;
            this.place = place;
        }

        int place() {
            return place;
        }

        private char first() {
            return source.text().charAt(start);
        }

        private char last() {
            return source.text().charAt(end - 1);
        }

        private boolean separates() {
            for (int i = start; i < end; i++) {
                char c = source.text().charAt(i);
                if (c != ',' && !isBlank(c)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Stretch beginning;
    private final Names names;
    private int length;

    /** A text in which words may name lists; {@code found} receives those words. */
    PastedText(SourceText text, Names names, List<Stretch> found) {
        this.names = names;
        this.beginning = new Stretch(text, 0, 0, -1);
        insert(beginning, text, -1, found);
    }

    static boolean isDelimiter(char c) {
        return isBlank(c) || c == '(' || c == ')' || c == ',' || c == '=';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** The length of the text. */
    int length() {
        return length;
    }

    /** The current text. */
    @SuppressWarnings("ReferenceEquality") // texts that read alike are equal, wherever they stand
    SourceText text() {
        SourceText.Builder out = new SourceText.Builder();
        for (Stretch at = beginning.after; at != null; ) {
            Stretch last = at;
            while (last.after != null && last.after.source == last.source && last.after.start == last.end) {
                last = last.after;
            }
            out.append(at.source, at.start, last.end);
            at = last.after;
        }
        return out.build(beginning.source.place());
    }

    /** The names of the same list around {@code name} with only blanks and commas between them, in order. */
    static List<Stretch> group(Stretch name) {
        Stretch first = name;
        for (Stretch at = name.before; at != null && isBetween(at, name); at = at.before) {
            first = at.place == name.place ? at : first;
        }
        List<Stretch> group = new ArrayList<>();
        for (Stretch at = first; at != null && isBetween(at, name); at = at.after) {
            if (at.place == name.place) {
                group.add(at);
            }
        }
        return group;
    }

    private static boolean isBetween(Stretch at, Stretch name) {
        return at.place == name.place || (at.place < 0 && at.start < at.end && at.separates());
    }

    /**
     * Replaces the name of the list {@code called} by its items, between single blanks. An empty list also removes a comma next
     * to it.
     *
     * @param found receives the names of later lists that come in
     */
    void paste(Stretch name, String called, SourceText items, List<Stretch> found) {
        int place = name.place;
        trimBefore(name);
        trimAfter(name);
        if (items.length() == 0 && !dropCommaBefore(name)) {
            dropCommaAfter(name);
        }
        boolean isFirst = name.before == beginning;
        if (isFirst && name.after != null && name.after.place == place) {
            name.after.place = -1; // Falco starts the search for the next one a character too late
        }
        Stretch at = name;
        if (!isFirst) {
            at = insert(at, SourceText.at(name.source, name.start, " "), Integer.MAX_VALUE, found);
        }
        Span written = new Span(name.start, name.end);
        at = insert(at, items.inPlaceOf(Via.Kind.LIST, called, name.source, written), place, found);
        insert(at, SourceText.at(name.source, name.end - 1, " "), Integer.MAX_VALUE, found);
        remove(name);
    }

    private void trimBefore(Stretch name) {
        for (Stretch at = name.before; at != null && at != beginning && isBlank(at.last()); at = name.before) {
            while (at.start < at.end && isBlank(at.last())) {
                at.end--;
                length--;
            }
            if (at.start < at.end) {
                return;
            }
            remove(at);
        }
    }

    private void trimAfter(Stretch name) {
        for (Stretch at = name.after; at != null && isBlank(at.first()); at = name.after) {
            while (at.start < at.end && isBlank(at.first())) {
                at.start++;
                length--;
            }
            if (at.start < at.end) {
                return;
            }
            remove(at);
        }
    }

    private boolean dropCommaBefore(Stretch name) {
        Stretch at = name.before;
        if (at == null || at == beginning || at.last() != ',') {
            return false;
        }
        at.end--;
        length--;
        if (at.start == at.end) {
            remove(at);
        }
        return true;
    }

    private void dropCommaAfter(Stretch name) {
        Stretch at = name.after;
        if (at != null && at.first() == ',') {
            at.start++;
            length--;
            if (at.start == at.end) {
                remove(at);
            }
        }
    }

    /**
     * Adds a text after a stretch, with separate stretches for the names of lists after {@code place}. Returns the last
     * stretch.
     */
    private Stretch insert(Stretch where, SourceText text, int place, List<Stretch> found) {
        String all = text.text();
        Stretch at = where;
        int done = 0;
        int start = 0;
        for (int i = 0; i <= all.length() && place < Integer.MAX_VALUE; i++) {
            if (i == all.length() || isDelimiter(all.charAt(i))) {
                int named = i > start ? names.place(all.substring(start, i)) : -1;
                if (named > place) {
                    at = link(at, new Stretch(text, done, start, -1));
                    at = link(at, new Stretch(text, start, i, named));
                    found.add(at);
                    done = i;
                }
                start = i + 1;
            }
        }
        return link(at, new Stretch(text, done, all.length(), -1));
    }

    private Stretch link(Stretch where, Stretch more) {
        if (more.start == more.end) {
            return where;
        }
        more.before = where;
        more.after = where.after;
        if (where.after != null) {
            where.after.before = more;
        }
        where.after = more;
        length += more.end - more.start;
        return more;
    }

    private void remove(Stretch stretch) {
        Stretch before = stretch.before;
        if (before != null) {
            before.after = stretch.after;
        }
        if (stretch.after != null) {
            stretch.after.before = before;
        }
        length -= stretch.end - stretch.start;
        stretch.place = -1;
    }
}
