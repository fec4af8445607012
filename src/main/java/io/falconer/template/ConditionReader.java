package io.falconer.template;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.ParseResult;
import io.falconer.template.NamedCondition.Repeat;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.SourceText;
import io.falconer.text.Span;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions and what they are repeated over. */
final class ConditionReader {
    /** The upper bound for lists. A rule for a longer list would not fit a screen. */
    private static final int MOST_ITEMS = 256;

    private final SourceFile source;
    private final List<Diagnostic> problems;

    ConditionReader(SourceFile source, List<Diagnostic> problems) {
        this.source = source;
        this.problems = problems;
    }

    Optional<NamedCondition> named(MappingReader reader) {
        reader.require("name");
        Located<String> named = reader.string("name").orElse(new Located<>("", reader.span()));
        String name = named.value();
        List<Repeat> repeats = repeats(reader);
        if (repeats.size() > 1) {
            reader.error(
                    reader.span(),
                    "template-condition",
                    "condition \"" + name + "\" is repeated over two things",
                    "keep only one of some, items, any and beyond; a condition may refer to another condition");
        }
        Repeat repeat = repeats.isEmpty() ? Repeat.Single.SINGLE : repeats.getFirst();
        Optional<ConditionText> text = condition(reader);
        if (repeat instanceof Repeat.Beyond && text.isEmpty()) {
            YamlNode.Scalar scalar = new YamlNode.Scalar(
                    SourceText.made(name, new Location(source, reader.span())), true, reader.span());
            text = Optional.of(new ConditionText(source, scalar, new Expr.MacroRef(name, Span.NONE)));
        } else {
            reader.require("condition");
        }
        reader.finish();
        return text.map(condition -> new NamedCondition(name, repeat, condition, new Location(source, named.span())));
    }

    private static List<Repeat> repeats(MappingReader reader) {
        List<Repeat> repeats = new ArrayList<>();
        List<ContainerFamily> some = families(reader, "some");
        if (!some.isEmpty()) {
            repeats.add(new Repeat.Some(some));
        }
        Optional<String> items = reader.string("items").map(Located::value);
        Optional<Integer> most = reader.integer("most", 1, MOST_ITEMS).map(Located::value);
        if (items.isPresent()) {
            reader.require("most");
            repeats.add(new Repeat.Items(items.get(), most.orElse(1)));
        } else if (most.isPresent()) {
            reader.require("items");
        }
        reader.string("any").ifPresent(parameter -> repeats.add(new Repeat.Any(parameter.value())));
        List<ContainerFamily> beyond = families(reader, "beyond");
        if (!beyond.isEmpty()) {
            repeats.add(new Repeat.Beyond(beyond));
        }
        return repeats;
    }

    private static List<ContainerFamily> families(MappingReader reader, String key) {
        return reader.choices(key, ContainerFamily.byKey()).stream()
                .map(Located::value)
                .toList();
    }

    /** The text under {@code condition}, parsed. */
    Optional<ConditionText> condition(MappingReader reader) {
        Optional<YamlNode> node = reader.node("condition");
        if (node.isEmpty() || reader.string("condition").isEmpty()) {
            return Optional.empty();
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node.get();
        return switch (ConditionParser.parse(scalar.text())) {
            case ParseResult.Parsed parsed -> Optional.of(new ConditionText(source, scalar, parsed.expr()));
            case ParseResult.Failed failed -> {
                Location place = ConditionText.locate(source, scalar, Span.at(failed.offset()));
                problems.add(Diagnostic.error("template-condition", failed.message(), place));
                yield Optional.empty();
            }
        };
    }
}
