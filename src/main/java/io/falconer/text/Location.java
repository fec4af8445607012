package io.falconer.text;

/** A stretch of a source. */
public record Location(SourceFile source, Span span) {
    /** Where the stretch begins. */
    public Position start() {
        return source.position(span.start());
    }

    /** Where the stretch ends: after its last character that is not blank, and not before its start. */
    public Position end() {
        int end = Math.min(span.end(), source.text().length());
        while (end > span.start() && Character.isWhitespace(source.text().charAt(end - 1))) {
            end--;
        }
        return source.position(end);
    }

    /** {@code file:line:column}, as editors and terminals make it a link. */
    @Override
    public String toString() {
        Position start = start();
        return source.name() + ":" + start.line() + ":" + start.column();
    }
}
