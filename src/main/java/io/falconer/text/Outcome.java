package io.falconer.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The result of reading something: the value unless there are errors, and all diagnostics. A value may have warnings. If there
 * is no value, there is at least one error.
 */
public record Outcome<T>(Optional<T> value, List<Diagnostic> diagnostics) {
    public Outcome {
        diagnostics = List.copyOf(diagnostics);
        if (value.isEmpty() && diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException("no value and no error");
        }
    }

    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(Optional.of(value), List.of());
    }

    public static <T> Outcome<T> of(T value, List<Diagnostic> warnings) {
        return new Outcome<>(Optional.of(value), warnings);
    }

    /** The value with its diagnostics, unless one of them is an error. */
    public static <T> Outcome<T> unlessErrors(T value, List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR)
                ? failed(diagnostics)
                : of(value, diagnostics);
    }

    public static <T> Outcome<T> failed(Diagnostic error) {
        return new Outcome<>(Optional.empty(), List.of(error));
    }

    public static <T> Outcome<T> failed(List<Diagnostic> diagnostics) {
        return new Outcome<>(Optional.empty(), diagnostics);
    }

    /** What {@code next} makes of the value, if there is one, with the diagnostics of both. */
    public <U> Outcome<U> flatMap(Function<? super T, Outcome<U>> next) {
        if (value.isEmpty()) {
            return failed(diagnostics);
        }
        Outcome<U> made = next.apply(value.get());
        return new Outcome<>(
                made.value(),
                Stream.concat(diagnostics.stream(), made.diagnostics().stream()).toList());
    }

    /** The same outcome with another value, if there is one. */
    public <U> Outcome<U> map(Function<? super T, ? extends U> change) {
        return new Outcome<>(value.map(change), diagnostics);
    }
}
