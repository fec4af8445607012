package io.falconer.yaml;

import io.falconer.text.Span;

/** Stops the reading of a file that exceeds a limit or contains an unresolved alias. It never leaves {@link YamlReader}. */
final class YamlLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String problem;
    private final String hint;
    private final transient Span span;

    YamlLimitException(String code, String problem, String hint, Span span) {
        super(problem);
        this.code = code;
        this.problem = problem;
        this.hint = hint;
        this.span = span;
    }

    String code() {
        return code;
    }

    String problem() {
        return problem;
    }

    String hint() {
        return hint;
    }

    Span span() {
        return span;
    }
}
