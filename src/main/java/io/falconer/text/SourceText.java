package io.falconer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text that knows the origin of each stretch of it. YAML scalars are such texts. A text that is cut and spliced from others
 * keeps the knowledge of its parts. Offsets count UTF-16 units.
 */
public final class SourceText {
    /** A stretch. It starts where the previous one ends. */
    private sealed interface Piece {
        /** Text of a file, character for character if the lengths are equal, otherwise as a whole. */
        record Written(Location location) implements Piece {}

        /** Text that is not in a file. */
        record Made(Location cause) implements Piece {}

        /** A part of another text, from {@code from} on, and what brings it in. */
        record Spliced(SourceText inner, int from, List<Via> way) implements Piece {}

        /** A whole text in the place of a name. The place is computed only on request. */
        record Named(SourceText inner, Via.Kind kind, String name, SourceText within, Span at) implements Piece {}
    }

    private final String text;
    private final int[] starts;
    private final Piece[] pieces;

    private SourceText(String text, int[] starts, Piece[] pieces) {
        this.text = text;
        this.starts = starts;
        this.pieces = pieces;
    }

    /** The text at {@code location}, as written. */
    public static SourceText written(Location location) {
        Span span = location.span();
        return written(location.source().text().substring(span.start(), span.end()), location);
    }

    /** A text for {@code location}, character for character if the lengths are equal. */
    public static SourceText written(String text, Location location) {
        return of(text, new Piece.Written(location));
    }

    /** A text that is not in a file, caused by what is at {@code cause}. */
    public static SourceText made(String text, Location cause) {
        return of(text, new Piece.Made(cause));
    }

    /** A text at the place {@code from} of another text. */
    public static SourceText at(SourceText other, int from, String text) {
        return of(text, new Piece.Spliced(other, from, List.of()));
    }

    private static SourceText of(String text, Piece piece) {
        return new SourceText(text, new int[] {0}, new Piece[] {piece});
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    /** The origin of the whole text. */
    public Location place() {
        return origin(new Span(0, text.length())).location();
    }

    /** The same text, brought in by {@code via}. */
    public SourceText via(Via via) {
        return of(text, new Piece.Spliced(this, 0, List.of(via)));
    }

    /** The same text in the place of a name, which is at {@code at} in {@code within}. */
    public SourceText inPlaceOf(Via.Kind kind, String name, SourceText within, Span at) {
        return of(text, new Piece.Named(this, kind, name, within, at));
    }

    /** The stretch {@code start..end}. */
    public SourceText substring(int start, int end) {
        return start == 0 && end == text.length()
                ? this
                : of(text.substring(start, end), new Piece.Spliced(this, start, List.of()));
    }

    /** Without the characters up to U+0020 at both ends, as {@link String#trim()}. */
    public SourceText trim() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        int start = 0;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        return substring(start, end);
    }

    /**
     * The origin of the stretch {@code span}. If its two ends came in different ways, the origin is the place where the ways
     * part, such as the name of a list. If they come from different files, it is the first part, which is in one file. Offsets
     * after the end give the end.
     */
    public TextOrigin origin(Span span) {
        Point first = point(span.start());
        if (span.end() <= span.start()) {
            TextOrigin whole = first.to(first).orElseThrow();
            Span at = Span.at(whole.location().span().start());
            return new TextOrigin(new Location(whole.location().source(), at), whole.way());
        }
        int end = Math.max(span.start() + 1, Math.min(span.end(), text.length()));
        Optional<TextOrigin> found = first.to(point(end - 1));
        while (found.isEmpty()) {
            int piece = starts[index(end - 1)];
            end = piece > span.start() ? piece : span.start() + 1;
            found = first.to(point(end - 1));
        }
        return found.get();
    }

    /** One character of a text, followed to its file. */
    private record Point(SourceFile file, int from, int to, List<Via> way) {
        /** The stretch from this character to the end of another; empty if no file contains both in this order. */
        Optional<TextOrigin> to(Point last) {
            int shared = 0;
            while (shared < Math.min(way.size(), last.way.size())
                    && way.get(shared).equals(last.way.get(shared))) {
                shared++;
            }
            Location start = seenAfter(shared);
            Location end = last.seenAfter(shared);
            boolean isOneStretch = start.source() == end.source()
                    && start.span().start() <= end.span().end();
            return isOneStretch
                    ? Optional.of(new TextOrigin(
                            new Location(start.source(), start.span().to(end.span())), way.subList(0, shared)))
                    : Optional.empty();
        }

        /** The place of this character for a reader who has followed {@code steps} of its way. */
        private Location seenAfter(int steps) {
            return steps < way.size() ? way.get(steps).location() : new Location(file, new Span(from, to));
        }
    }

    /** The number of the piece that contains an offset. */
    private int index(int offset) {
        int found = Arrays.binarySearch(starts, Math.max(0, Math.min(offset, text.length())));
        return found >= 0 ? found : -found - 2;
    }

    private Point point(int offset) {
        List<Via> way = new ArrayList<>();
        SourceText at = this;
        int place = offset;
        while (true) {
            int index = at.index(place);
            switch (at.pieces[index]) {
                case Piece.Spliced spliced -> {
                    way.addAll(spliced.way());
                    place = spliced.from() + Math.max(0, place - at.starts[index]);
                    at = spliced.inner();
                }
                case Piece.Named named -> {
                    TextOrigin name = named.within().origin(named.at());
                    way.addAll(name.way());
                    way.add(new Via(named.kind(), named.name(), name.location()));
                    place = Math.max(0, place - at.starts[index]);
                    at = named.inner();
                }
                case Piece.Made made -> {
                    return new Point(
                            made.cause().source(),
                            made.cause().span().start(),
                            made.cause().span().end(),
                            way);
                }
                case Piece.Written written -> {
                    return at.point(index, written.location(), place, way);
                }
            }
        }
    }

    private Point point(int index, Location location, int offset, List<Via> way) {
        int start = starts[index];
        int end = index + 1 < starts.length ? starts[index + 1] : text.length();
        Span span = location.span();
        if (span.end() - span.start() != end - start) {
            return new Point(location.source(), span.start(), span.end(), way);
        }
        int at = span.start() + Math.max(0, Math.min(offset, end) - start);
        return new Point(location.source(), at, Math.min(at + 1, Math.max(at, span.end())), way);
    }

    /** Texts with the same characters are equal, whatever their origin. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Builds a text, piece by piece. */
    public static final class Builder {
        private final StringBuilder out = new StringBuilder();
        private int[] starts = new int[4];
        private Piece[] pieces = new Piece[4];
        private int count;

        /** Appends another text. */
        public Builder append(SourceText more) {
            return append(more, 0, more.length());
        }

        /** Appends the stretch {@code start..end} of another text. */
        public Builder append(SourceText more, int start, int end) {
            return add(more.text, start, end, new Piece.Spliced(more, start, List.of()));
        }

        /** Appends a text for {@code location}, character for character if the lengths are equal. */
        public Builder written(String text, Location location) {
            return add(text, 0, text.length(), new Piece.Written(location));
        }

        /** Appends text that is not in a file, caused by what is at {@code cause}. */
        public Builder made(String text, Location cause) {
            return add(text, 0, text.length(), new Piece.Made(cause));
        }

        private Builder add(String text, int from, int to, Piece piece) {
            if (from == to) {
                return this;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                pieces = Arrays.copyOf(pieces, count * 2);
            }
            starts[count] = out.length();
            pieces[count++] = piece;
            out.append(text, from, to);
            return this;
        }

        public int length() {
            return out.length();
        }

        public char charAt(int index) {
            return out.charAt(index);
        }

        /** Appends text at the place {@code from} of another text. */
        public Builder at(SourceText other, int from, String text) {
            return add(text, 0, text.length(), new Piece.Spliced(other, from, List.of()));
        }

        /** Cuts off everything from {@code length} on. */
        public void truncate(int length) {
            out.setLength(length);
            while (count > 0 && starts[count - 1] >= length) {
                count--;
            }
        }

        /** The text. If it is empty, its origin is {@code fallback}. */
        public SourceText build(Location fallback) {
            return count == 0
                    ? SourceText.made("", fallback)
                    : new SourceText(out.toString(), Arrays.copyOf(starts, count), Arrays.copyOf(pieces, count));
        }
    }
}
