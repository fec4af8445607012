package io.falconer.yaml.cpp;

import java.util.Optional;

/** Ends the reading of a text at what yaml-cpp, or one of our limits, refuses; caught where documents are asked for. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final transient Mark mark;
    private final transient Optional<String> hint;

    private SyntaxException(String message, Mark mark, Optional<String> hint) {
        super(message, null, false, false);
        this.message = message;
        this.mark = mark;
        this.hint = hint;
    }

    /** What yaml-cpp complains of. */
    static SyntaxException of(String problem, Mark mark, Optional<String> hint) {
        return new SyntaxException(mark.message(problem), mark, hint);
    }

    /** What yaml-cpp would read, and we refuse. */
    public static SyntaxException limit(String problem, Mark mark, String hint) {
        return new SyntaxException(problem, mark, Optional.of(hint));
    }

    /** The whole message, as yaml-cpp gives it if it is one of its own. */
    public String message() {
        return message;
    }

    public Mark mark() {
        return mark;
    }

    /** The way to fix it, if there is one to tell. */
    public Optional<String> hint() {
        return hint;
    }
}
