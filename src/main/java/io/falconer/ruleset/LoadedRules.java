package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What loading rules files one after the other into one engine gave.
 *
 * @param results one a file, in order; none for what comes after a file whose plugins are not there
 * @param rules the rules in force at the end
 */
public record LoadedRules(List<LoadResult> results, RuleSet rules) {
    public LoadedRules {
        results = List.copyOf(results);
    }

    /** Loads {@code files}, each of which is asked for when those before it are loaded. Falco stops where plugins are not there. */
    public static LoadedRules of(Stream<SourceFile> files, Emulation emulation) {
        RuleLoader loader = new RuleLoader(emulation);
        List<LoadResult> results = new ArrayList<>();
        boolean goesOn = true;
        for (Iterator<SourceFile> each = files.iterator(); goesOn && each.hasNext(); ) {
            LoadResult result = loader.load(each.next());
            results.add(result);
            goesOn = result.pluginError().isEmpty();
        }
        return new LoadedRules(results, loader.ruleSet());
    }
}
