package io.falconer.generate;

import io.falconer.lint.UnreliableFields;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Version;
import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The engine that rules require, found by loading them in every emulated Falco.
 *
 * @param version the lowest engine all of whose Falcos load the rules and read their fields reliably; the newest engine if there
 *     is none
 * @param reason what the newest of the Falcos with a lower engine says about the rules; empty if all Falcos will do
 */
public record RequiredEngine(Version version, Optional<String> reason) {
    /** @param items macros, lists and rules */
    static RequiredEngine of(String items) {
        SourceFile file = SourceFile.of("rules.yaml", items);
        Optional<String> reason = Optional.empty();
        for (Version engine : Falco.ALL.stream().map(Falco::engine).distinct().toList()) {
            Optional<String> wrong = Falco.ALL.stream()
                    .filter(falco -> falco.engine().equals(engine))
                    .flatMap(falco -> wrong(file, falco).stream().map(said -> "Falco " + falco.release() + ": " + said))
                    .findFirst();
            if (wrong.isEmpty()) {
                return new RequiredEngine(engine, reason);
            }
            reason = wrong;
        }
        return new RequiredEngine(Falco.NEWEST.engine(), reason);
    }

    /** Whether every emulated Falco has this engine or a newer one. */
    boolean isLowest() {
        return version.equals(Falco.ALL.getFirst().engine());
    }

    /** The oldest Falco with the engine, as its first two numbers. */
    String falco() {
        return Falco.ALL.stream()
                .filter(falco -> falco.engine().compareTo(version) >= 0)
                .findFirst()
                .orElse(Falco.NEWEST)
                .minor();
    }

    private static Optional<String> wrong(SourceFile file, Falco falco) {
        LoadedRules loaded = LoadedRules.of(Stream.of(file), Emulation.of(falco), DefinitionFinder.NOWHERE);
        return Stream.concat(
                        loaded.results().stream()
                                .filter(result -> !result.successful())
                                .flatMap(result -> result.problems().stream())
                                .filter(problem -> problem.severity() == Severity.ERROR),
                        loaded.rules().rules().stream()
                                .map(rule -> UnreliableFields.of(rule, falco))
                                .flatMap(List::stream))
                .map(Diagnostic::message)
                .findFirst();
    }
}
