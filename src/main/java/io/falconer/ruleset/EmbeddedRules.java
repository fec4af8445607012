package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the rules files that other files contain: values of Falco's Helm chart under {@code customRules}, the data of a
 * ConfigMap, the {@code inlineRules} of a Rulesfile resource.
 */
public final class EmbeddedRules {
    /** A word that a file must contain to be searched. */
    private static final List<String> WORDS = List.of("customRules", "ConfigMap", "Rulesfile");

    /** What it must also contain, so that few files are read twice. */
    private static final Pattern CARRIER =
            Pattern.compile("\\bcustomRules\\b|\\bkind\\b[\"']?\\s*:\\s*[\"']?(?:ConfigMap|Rulesfile|List)\\b");

    private static final Pattern RULES = Pattern.compile(
            "(?m)^[ \\t]*-[ \\t]+(?:\\{[ \\t]*)?[\"']?(?:rule|macro|list|required_engine_version|required_plugin_versions)\\b");

    /** What a block scalar cannot contain at another indentation. */
    private static final Pattern AT_LINE_START = Pattern.compile("(?m)^(?:---|\\.\\.\\.|%)");

    /** The maximum depth of a chart's values within those of other charts and within resources that install them. */
    private static final int DEEPEST = 8;

    /** The maximum number of characters of all texts that keep the places of the file around them. */
    private static final long MOST_KEPT = 64 << 20;

    private final SourceFile source;
    private final List<RulesText> found = new ArrayList<>();

    private EmbeddedRules(SourceFile source) {
        this.source = source;
    }

    /**
     * The rules files in {@code source}, in the order in which Falco loads them; {@code source} itself if it does not contain
     * others.
     */
    public static List<RulesText> in(SourceFile source) {
        RulesText itself = RulesText.whole(source);
        boolean mayCarry = WORDS.stream().anyMatch(source.text()::contains)
                && CARRIER.matcher(source.text()).find();
        if (!mayCarry) {
            return List.of(itself);
        }
        EmbeddedRules rules = new EmbeddedRules(source);
        YamlReader.read(source).value().ifPresent(documents -> documents.forEach(rules::document));
        return rules.found.isEmpty() ? List.of(itself) : rules.found;
    }

    /** Whether a value is the text of a rules file. */
    static boolean isRules(YamlNode value) {
        return value instanceof YamlNode.Scalar scalar
                && RULES.matcher(scalar.text()).find();
    }

    private void document(YamlNode document) {
        if (document instanceof YamlNode.Mapping mapping) {
            switch (kind(mapping)) {
                case "ConfigMap" -> mapping(mapping, "data").ifPresent(this::texts);
                case "Rulesfile" ->
                    mapping(mapping, "spec")
                            .flatMap(spec -> spec.get("inlineRules"))
                            .ifPresent(rules -> value("", rules));
                case "List", "ConfigMapList" -> mapping.get("items").ifPresent(this::documents);
                default -> values(mapping, 1);
            }
        }
    }

    private void documents(YamlNode items) {
        if (items instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(this::document);
        }
    }

    private void values(YamlNode.Mapping mapping, int depth) {
        mapping(mapping, "customRules").ifPresent(this::texts);
        for (Entry entry : mapping.entries()) {
            if (entry.value() instanceof YamlNode.Mapping inner && depth < DEEPEST) {
                values(inner, depth + 1);
            }
        }
    }

    /** Each key is a file of one directory, which Falco reads in alphabetical order. */
    private void texts(YamlNode.Mapping files) {
        files.entries().stream()
                .sorted(Comparator.comparing(Entry::name))
                .forEach(entry -> value(entry.name(), entry.value()));
    }

    private void value(String key, YamlNode value) {
        String name = key.isEmpty() ? source.name() : source.name() + " (" + key + ")";
        switch (value) {
            case YamlNode.Sequence sequence -> {
                if (isRoom()) {
                    found.add(new RulesText(name, only(sequence.span()), source));
                }
            }
            case YamlNode.Scalar scalar -> {
                if (isRules(scalar)) {
                    found.add(new RulesText(name, text(key, scalar), source));
                }
            }
            case YamlNode.Mapping mapping -> {}
        }
    }

    /** A text at its place in the file if its lines are there, otherwise separately. */
    private SourceFile text(String key, YamlNode.Scalar scalar) {
        Span span = scalar.span();
        int lineEnd = source.text().indexOf('\n', span.start());
        boolean isBlock = lineEnd >= 0
                && lineEnd < span.end()
                && source.text()
                        .substring(span.start(), lineEnd)
                        .strip()
                        .matches("(?:[&!]\\S+\\s+)*\\|[-+0-9]*(?:\\s.*)?");
        return isBlock && isRoom() && !AT_LINE_START.matcher(scalar.text()).find()
                ? only(new Span(lineEnd + 1, span.end()))
                : SourceFile.of(source.name() + "#" + key, scalar.text());
    }

    private boolean isRoom() {
        return (found.size() + 1L) * source.text().length() <= MOST_KEPT;
    }

    /** The file with blanks for everything except one stretch, so that this stretch keeps its line and column. */
    private SourceFile only(Span kept) {
        StringBuilder text = new StringBuilder(source.text());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((i < kept.start() || i >= kept.end()) && c != '\n' && c != '\r') {
                text.setCharAt(i, ' ');
            }
        }
        return SourceFile.of(source.name(), text.toString());
    }

    private static String kind(YamlNode.Mapping mapping) {
        return mapping.get("kind")
                .map(kind -> kind instanceof YamlNode.Scalar scalar ? scalar.text() : "")
                .orElse("");
    }

    private static Optional<YamlNode.Mapping> mapping(YamlNode.Mapping outer, String key) {
        return outer.get(key)
                .flatMap(value -> value instanceof YamlNode.Mapping mapping ? Optional.of(mapping) : Optional.empty());
    }
}
