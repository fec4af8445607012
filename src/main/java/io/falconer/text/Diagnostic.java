package io.falconer.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A message to a user about a file that they wrote.
 *
 * @param code stable, and looked up in the documentation
 * @param message one sentence without a full stop that states the problem
 * @param location the stretch of a file that causes the problem
 * @param way how the text of that stretch got to the place of the problem, as in {@link TextOrigin#way}
 * @param hint one sentence that says how to fix it
 */
public record Diagnostic(
        Severity severity,
        String code,
        String message,
        Optional<Location> location,
        List<Via> way,
        Optional<String> hint) {
    public Diagnostic {
        way = List.copyOf(way);
    }

    /** Orders by file, line and column, then by severity, the most severe first. Output uses this order. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic d) -> d.location().map(l -> l.source().name()).orElse(""))
            .thenComparing(d -> d.location().map(l -> l.span().start()).orElse(0))
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    public static Diagnostic error(String code, String message, Location location) {
        return of(Severity.ERROR, code, message, new TextOrigin(location));
    }

    public static Diagnostic warning(String code, String message, Location location) {
        return of(Severity.WARNING, code, message, new TextOrigin(location));
    }

    public static Diagnostic note(String code, String message, Location location) {
        return of(Severity.NOTE, code, message, new TextOrigin(location));
    }

    /** A diagnostic about text that a list, macro, exception or append may have brought in. */
    public static Diagnostic of(Severity severity, String code, String message, TextOrigin origin) {
        return new Diagnostic(severity, code, message, Optional.of(origin.location()), origin.way(), Optional.empty());
    }

    /** An error about a whole file, such as a file that cannot be read; {@code message} names the file. */
    public static Diagnostic fileError(String code, String message) {
        return new Diagnostic(Severity.ERROR, code, message, Optional.empty(), List.of(), Optional.empty());
    }

    /** This diagnostic, taken more or less seriously. */
    public Diagnostic withSeverity(Severity other) {
        return new Diagnostic(other, code, message, location, way, hint);
    }

    /** This diagnostic with a hint how to fix it. */
    public Diagnostic withHint(String how) {
        return new Diagnostic(severity, code, message, location, way, Optional.of(how));
    }
}
