package io.falconer.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.event.json.YamlJson;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Entry;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rules of a template, with their examples. */
final class TemplateRuleReader {
    private final SourceFile source;
    private final ConditionReader conditions;
    private final RuleSubject judged;

    /** @param judged what rules judge, unless they override it */
    TemplateRuleReader(SourceFile source, ConditionReader conditions, RuleSubject judged) {
        this.source = source;
        this.conditions = conditions;
        this.judged = judged;
    }

    Optional<TemplateRule> read(MappingReader reader) {
        reader.require("check", "name", "desc", "condition", "output");
        Optional<TemplateRule.Each> each = reader.mapping("each").flatMap(TemplateRuleReader::each);
        Optional<String> when = reader.string("when").map(Located::value);
        String check = text(reader, "check");
        String name = text(reader, "name");
        String desc = text(reader, "desc");
        String output = text(reader, "output");
        List<String> tags = reader.strings("tags").stream().map(Located::value).toList();
        RuleSubject own =
                reader.choice("judges", RuleSubject.byId()).map(Located::value).orElse(judged);
        Examples examples =
                reader.mapping("examples").map(TemplateRuleReader::examples).orElse(Examples.NONE);
        List<Caveat> caveats = CaveatReader.caveats(reader, "caveats");
        Optional<ConditionText> condition = conditions.condition(reader);
        reader.finish();
        Location place =
                new Location(source, reader.node("name").map(YamlNode::span).orElse(reader.span()));
        return condition.map(
                c -> new TemplateRule(check, each, when, name, desc, c, output, tags, own, examples, caveats, place));
    }

    private static Optional<TemplateRule.Each> each(MappingReader reader) {
        List<Entry> entries = reader.node().entries();
        if (entries.size() != 1) {
            reader.error(reader.span(), "wrong-kind", "\"each\" must name one variable and its parameter");
            return Optional.empty();
        }
        String variable = entries.getFirst().name();
        Optional<TemplateRule.Each> each =
                reader.string(variable).map(parameter -> new TemplateRule.Each(variable, parameter.value()));
        reader.finish();
        return each;
    }

    private static Examples examples(MappingReader reader) {
        Examples examples = new Examples(examples(reader, "complies"), examples(reader, "violates"));
        reader.finish();
        return examples;
    }

    private static List<Example> examples(MappingReader reader, String key) {
        List<Example> examples = new ArrayList<>();
        for (MappingReader example : reader.mappings(key)) {
            for (var kind : Example.Kind.byId().entrySet()) {
                example.mapping(kind.getKey())
                        .ifPresent(part ->
                                examples.add(new Example(kind.getValue(), (ObjectNode) YamlJson.of(part.node()))));
            }
            if (example.node().entries().isEmpty()) {
                example.error(
                        example.span(),
                        "template-example",
                        "an example needs one of "
                                + String.join(", ", Example.Kind.byId().keySet()));
            }
            example.finish();
        }
        return examples;
    }

    private static String text(MappingReader reader, String key) {
        return reader.string(key).map(text -> text.value().strip()).orElse("");
    }
}
