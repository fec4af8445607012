package io.falconer.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something to tell a user about what they wrote.
 *
 * @param code stable, and looked up in the documentation
 * @param message one sentence without a full stop that says what is wrong
 * @param location the stretch of a file that is to blame
 * @param way how that stretch came to where it does harm, as {@link TextOrigin#way} has it
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

    /** By file, line and column, then gravest first: the order in which output shows them. */
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

    /** A diagnostic about text that lists, macros, exceptions or appends may have brought to where it stands. */
    public static Diagnostic of(Severity severity, String code, String message, TextOrigin origin) {
        return new Diagnostic(severity, code, message, Optional.of(origin.location()), origin.way(), Optional.empty());
    }

    /** An error about a file as a whole, such as one that cannot be read; {@code message} names the file. */
    public static Diagnostic fileError(String code, String message) {
        return new Diagnostic(Severity.ERROR, code, message, Optional.empty(), List.of(), Optional.empty());
    }

    /** This diagnostic with the way to mend it. */
    public Diagnostic withHint(String how) {
        return new Diagnostic(severity, code, message, location, way, Optional.of(how));
    }
}
