package io.falconer.text;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something to tell a user about what they wrote. {@code code} is stable and looked up in the documentation; {@code
 * message} is one sentence without a full stop saying what is wrong, {@code hint} one saying how to mend it.
 */
public record Diagnostic(
        Severity severity, String code, String message, Optional<Location> location, Optional<String> hint) {

    /** By file, line and column, then gravest first: the order in which output shows them. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic d) -> d.location().map(l -> l.source().name()).orElse(""))
            .thenComparing(d -> d.location().map(l -> l.span().start()).orElse(0))
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    public static Diagnostic error(String code, String message, Location location) {
        return new Diagnostic(Severity.ERROR, code, message, Optional.of(location), Optional.empty());
    }

    public static Diagnostic warning(String code, String message, Location location) {
        return new Diagnostic(Severity.WARNING, code, message, Optional.of(location), Optional.empty());
    }

    /** An error about a file as a whole, such as one that cannot be read; {@code message} names the file. */
    public static Diagnostic fileError(String code, String message) {
        return new Diagnostic(Severity.ERROR, code, message, Optional.empty(), Optional.empty());
    }

    /** This diagnostic with the way to mend it. */
    public Diagnostic withHint(String how) {
        return new Diagnostic(severity, code, message, location, Optional.of(how));
    }
}
