package io.falconer.text;

/** A stretch of a source. */
public record Location(SourceFile source, Span span) {
    /** Where the stretch begins. */
    public Position start() {
        return source.position(span.start());
    }

    /** {@code file:line:column}, as editors and terminals make it a link. */
    @Override
    public String toString() {
        Position start = start();
        return source.name() + ":" + start.line() + ":" + start.column();
    }
}
