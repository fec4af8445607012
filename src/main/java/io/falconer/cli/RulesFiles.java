package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules files that run on events. If a file is invalid, Falco does not start, and neither does the command. */
final class RulesFiles {
    private final List<Input> inputs;
    private final Environment environment;
    private final Console console;
    private final boolean warns;
    private final Map<Input, SourceFile> read = new HashMap<>();

    /**
     * The files that {@code arguments} name.
     *
     * @param warns whether the warnings of loading are shown
     */
    RulesFiles(List<String> arguments, Environment environment, Console console, boolean warns) {
        this.inputs = new Inputs(environment).find(arguments, Inputs.Kind.RULES);
        this.environment = environment;
        this.console = console;
        this.warns = warns;
    }

    /**
     * The rules of all files, which are read only once, in a version of Falco.
     *
     * @param named whether errors name the version
     */
    RuleSet load(Emulation emulation, boolean named) {
        try {
            return load(emulation);
        } catch (UnloadableException e) {
            throw named
                    ? new UnloadableException(VersionRuns.in(emulation.falco().release(), e.diagnostics()))
                    : e;
        }
    }

    private RuleSet load(Emulation emulation) {
        return loaded(emulation).rules();
    }

    /** What all files contain, as they are loaded. */
    LoadedRules loaded(Emulation emulation) {
        LoadedRules loaded = LoadedRules.of(
                inputs.stream().map(input -> read.computeIfAbsent(input, each -> each.rules(environment))),
                emulation,
                new NeighbouringFiles(inputs));
        List<Diagnostic> problems = new ArrayList<>();
        for (LoadResult result : loaded.results()) {
            result.pluginError()
                    .ifPresent(
                            problem -> { // Falco prints only this message and stops
                                throw new UnloadableException(problem);
                            });
            problems.addAll(result.problems());
            if (warns) {
                result.warnings().forEach(issue -> problems.add(issue.diagnostic()));
            }
        }
        if (!loaded.results().stream().allMatch(LoadResult::successful)) {
            throw new UnloadableException(problems);
        }
        console.show(problems);
        return loaded;
    }
}
