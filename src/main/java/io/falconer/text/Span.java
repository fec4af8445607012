package io.falconer.text;

/**
 * A stretch of a text: UTF-16 offsets, {@code start} included, {@code end} excluded. Lines and columns are worked out by
 * {@link SourceFile} only when something is shown.
 */
public record Span(int start, int end) {
    /** The span of things that no source text holds, such as generated expressions. */
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

    /** The same stretch in a text that holds this one from {@code offset} on. */
    public Span shift(int offset) {
        return new Span(start + offset, end + offset);
    }
}
