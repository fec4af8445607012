package io.falconer.text;

/** A stretch of a source. */
public record Location(SourceFile source, Span span) {
    /** The start of the stretch. */
    public Position start() {
        return source.position(span.start());
    }

    /** The end of the stretch: after its last character that is not blank, but not before its start. */
    public Position end() {
        int end = Math.min(span.end(), source.text().length());
        while (end > span.start() && Character.isWhitespace(source.text().charAt(end - 1))) {
            end--;
        }
        return source.position(end);
    }

    /** {@code file:line:column}, which editors and terminals turn into a link. */
    @Override
    public String toString() {
        Position start = start();
        return source.name() + ":" + start.line() + ":" + start.column();
    }
}
