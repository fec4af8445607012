package io.falconer.generate;

import io.falconer.lint.UnreliableFields;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Version;
import io.falconer.text.SourceFile;
import java.util.stream.Stream;

/** Finds the engine that a rules file requires by loading it in every emulated Falco. */
final class RequiredEngine {
    private RequiredEngine() {}

    /**
     * The lowest engine all of whose Falcos load these items and read their fields reliably; the newest engine if there is
     * none.
     *
     * @param items macros, lists and rules
     */
    static Version of(String items) {
        SourceFile file = SourceFile.of("rules.yaml", items);
        return Falco.ALL.stream()
                .map(Falco::engine)
                .distinct()
                .filter(engine -> Falco.ALL.stream()
                        .filter(falco -> falco.engine().equals(engine))
                        .allMatch(falco -> isRight(file, falco)))
                .findFirst()
                .orElse(Falco.NEWEST.engine());
    }

    private static boolean isRight(SourceFile file, Falco falco) {
        LoadedRules loaded = LoadedRules.of(Stream.of(file), Emulation.of(falco), DefinitionFinder.NOWHERE);
        return loaded.results().stream().allMatch(LoadResult::successful)
                && loaded.rules().rules().stream()
                        .allMatch(rule -> UnreliableFields.of(rule, falco).isEmpty());
    }
}
