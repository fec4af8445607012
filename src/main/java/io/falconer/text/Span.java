package io.falconer.text;

/**
 * A stretch of a text: UTF-16 offsets, {@code start} included, {@code end} excluded. {@link SourceFile} computes lines and
 * columns only when something is shown.
 */
public record Span(int start, int end) {
    /** The span of things that are not in a source text, such as generated expressions. */
    public static final Span NONE = new Span(0, 0);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** The empty span at {@code offset}. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /** The smallest span that covers this and {@code other}. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The same stretch in a text that contains this one from {@code offset} on. */
    public Span shift(int offset) {
        return new Span(start + offset, end + offset);
    }
}
