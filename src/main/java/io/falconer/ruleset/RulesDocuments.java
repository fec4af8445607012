package io.falconer.ruleset;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Grammar;
import io.falconer.condition.ParseResult;
import io.falconer.text.SourceFile;
import io.falconer.yaml.RulesYaml;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What several loads of the same files read alike: the files' YAML, and the conditions in them. Each is read once, whichever
 * Falco loads it first. Several threads may use it.
 */
public final class RulesDocuments {
    private final Map<SourceFile, List<Document>> files = new ConcurrentHashMap<>();
    private final Map<Condition, ParseResult> conditions = new ConcurrentHashMap<>();

    /** One rules file, or one of those that a file contains. */
    record Document(RulesText text, RulesFile file, RulesYaml.Reading yaml) {
        static Document of(RulesText text) {
            return new Document(text, new RulesFile(text.source()), RulesYaml.read(text.source()));
        }
    }

    private record Condition(String text, Grammar grammar) {}

    /** The rules files in a file. */
    List<Document> in(SourceFile file) {
        return files.computeIfAbsent(
                file, each -> EmbeddedRules.in(each).stream().map(Document::of).toList());
    }

    /** A condition's text as a grammar reads it. */
    ParseResult parse(String text, Grammar grammar) {
        return conditions.computeIfAbsent(
                new Condition(text, grammar), each -> ConditionParser.parse(each.text(), each.grammar()));
    }
}
