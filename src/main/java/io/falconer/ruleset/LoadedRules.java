package io.falconer.ruleset;

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
 * The result of loading rules files one after the other into one engine.
 *
 * @param rules the rules in force at the end
 * @param files in the order in which they were loaded; without files after one whose plugins are missing
 */
public record LoadedRules(RuleSet rules, List<LoadedFile> files) {
    public LoadedRules {
        files = List.copyOf(files);
    }

    /**
     * Loads {@code files} and the rules that they contain ({@link EmbeddedRules}). Each is requested when the files before it
     * are loaded. If plugins are missing, Falco stops.
     *
     * @param elsewhere finds missing definitions in other files
     */
    public static LoadedRules of(Stream<SourceFile> files, Emulation emulation, DefinitionFinder elsewhere) {
        return of(files, emulation, elsewhere, new RulesDocuments());
    }

    /**
     * The same.
     *
     * @param documents what other loads of the same files have read, to which this adds
     */
    public static LoadedRules of(
            Stream<SourceFile> files, Emulation emulation, DefinitionFinder elsewhere, RulesDocuments documents) {
        RuleLoader loader = new RuleLoader(emulation, elsewhere, documents);
        boolean goesOn = true;
        Iterator<RulesDocuments.Document> texts =
                files.flatMap(file -> documents.in(file).stream()).iterator();
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
     * The number of rules that were not checked, by source, because no loaded plugin provides their source.
     *
     * @param wanted the texts whose rules count
     */
    public SortedMap<String, Integer> unchecked(Predicate<SourceFile> wanted) {
        Map<String, String> sources = new HashMap<>();
        files.stream()
                .filter(file -> wanted.test(file.source()))
                .filter(file -> file.result().pluginError().isEmpty()) // Falco stops and skips no rule
                .flatMap(file -> file.items().stream())
                .filter(item -> item.type() == ItemType.RULE && item.defines())
                .filter(item -> rules.falco().dialect().source(item.source()).isEmpty())
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
