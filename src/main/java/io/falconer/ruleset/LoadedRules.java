package io.falconer.ruleset;

import io.falconer.field.EventSource;
import io.falconer.text.SourceFile;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What loading rules files one after the other into one engine gave.
 *
 * @param rules the rules in force at the end
 * @param files in the order in which they were loaded; none of those behind a file whose plugins are not there
 */
public record LoadedRules(RuleSet rules, List<LoadedFile> files) {
    public LoadedRules {
        files = List.copyOf(files);
    }

    /**
     * Loads {@code files} and the rules that they carry ({@link EmbeddedRules}). Each is asked for when those before it are
     * loaded. Falco stops where plugins are not there.
     *
     * @param elsewhere where else to look for what is missing
     */
    public static LoadedRules of(Stream<SourceFile> files, Emulation emulation, DefinitionFinder elsewhere) {
        RuleLoader loader = new RuleLoader(emulation, elsewhere);
        boolean goesOn = true;
        Iterator<RulesText> texts =
                files.flatMap(file -> EmbeddedRules.in(file).stream()).iterator();
        while (goesOn && texts.hasNext()) {
            goesOn = loader.load(texts.next()).pluginError().isEmpty();
        }
        return loader.loaded();
    }

    /** What Falco says about each file. */
    public List<LoadResult> results() {
        return files.stream().map(LoadedFile::result).toList();
    }

    /**
     * How many rules nobody looked into, by their sources, because no plugin is known that provides them.
     *
     * @param wanted the texts whose rules count
     */
    public SortedMap<String, Integer> unchecked(Predicate<SourceFile> wanted) {
        Map<String, String> sources = new HashMap<>();
        files.stream()
                .filter(file -> wanted.test(file.source()))
                .flatMap(file -> file.items().stream())
                .filter(item -> item.type() == ItemType.RULE && item.defines())
                .filter(item -> EventSource.of(item.source()).isEmpty())
                .forEach(item -> sources.put(item.name(), item.source()));
        SortedMap<String, Integer> counts = new TreeMap<>();
        sources.values().forEach(source -> counts.merge(source, 1, Integer::sum));
        return counts;
    }

    /** All items of all files. */
    public Stream<LoadedItem> items() {
        return files.stream().flatMap(file -> file.items().stream());
    }
}
