package io.falconer.yaml.cpp;

import java.util.Optional;

/**
 * StopCharacters the reading of a text at what yaml-cpp, or one of Falconer's limits, refuses. It is caught where documents are
 * requested.
 */
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

    /** An error of yaml-cpp. */
    static SyntaxException of(String problem, Mark mark, Optional<String> hint) {
        return new SyntaxException(mark.message(problem), mark, hint);
    }

    /** What yaml-cpp would read, but Falconer refuses. */
    public static SyntaxException limit(String problem, Mark mark, String hint) {
        return new SyntaxException(problem, mark, Optional.of(hint));
    }

    /** The whole message, in yaml-cpp's form if it is one of yaml-cpp's. */
    public String message() {
        return message;
    }

    public Mark mark() {
        return mark;
    }

    /** How to fix it, if there is a hint. */
    public Optional<String> hint() {
        return hint;
    }
}
