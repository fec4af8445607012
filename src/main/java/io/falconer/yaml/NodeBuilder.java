package io.falconer.yaml;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.SourceText;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds nodes from SnakeYAML's events. It does not use SnakeYAML's composer, because that treats the merge key and aliases
 * differently from yaml-cpp, and reports exceeded limits with a less exact place.
 */
final class NodeBuilder {
    /** A finished node that aliases may name: its total number of nodes and its depth. */
    private record Anchored(YamlNode node, int weight, int height) {}

    private final SourceFile source;
    private final String text;
    private final CodePointMarks marks;
    private final Parser parser;
    private final Map<String, Optional<Anchored>> anchors = new HashMap<>();
    private int nodes;

    /** Where the last node that was read ended in the text. An alias ends where it was written. */
    private int lastEnd;

    NodeBuilder(SourceFile source, String text, CodePointMarks marks) {
        this.source = source;
        this.text = text;
        this.marks = marks;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(YamlReader.MAX_LENGTH);
        this.parser = new ParserImpl(new StreamReader(text), options);
    }

    List<YamlNode> documents() {
        List<YamlNode> documents = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.StreamEnd)) {
            Event event = parser.getEvent();
            if (event.is(Event.ID.DocumentStart)) {
                anchors.clear();
                documents.add(node(1).node());
            }
        }
        return List.copyOf(documents);
    }

    private Anchored node(int depth) {
        Event event = parser.getEvent();
        Span start = Span.at(marks.offset(event.getStartMark()));
        if (depth > YamlReader.MAX_DEPTH) {
            throw limit("lists and mappings are nested more than " + YamlReader.MAX_DEPTH + " levels deep", start);
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias, depth);
        }
        Optional<String> anchor = Optional.ofNullable(((NodeEvent) event).getAnchor());
        anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
        int before = nodes;
        count(1, start);
        Anchored built = event instanceof ScalarEvent scalar
                ? new Anchored(scalar(scalar), 1, 1)
                : collection(event.is(Event.ID.MappingStart), start.start(), depth, before);
        anchor.ifPresent(name -> anchors.put(name, Optional.of(built)));
        return built;
    }

    private Anchored alias(AliasEvent alias, int depth) {
        Span span = new Span(marks.offset(alias.getStartMark()), marks.offset(alias.getEndMark()));
        Optional<Anchored> known = anchors.get(alias.getAnchor());
        if (known == null) {
            throw new YamlLimitException(
                    "yaml-alias",
                    "the alias *" + alias.getAnchor() + " has no anchor",
                    "set &" + alias.getAnchor() + " on an earlier node, or quote the text if it is not an alias",
                    span);
        }
        Anchored target = known.orElseThrow(() -> new YamlLimitException(
                "yaml-alias",
                "the alias *" + alias.getAnchor() + " is within the node that it names",
                "write out the inner value",
                span));
        if (depth + target.height() - 1 > YamlReader.MAX_DEPTH) {
            throw limit("lists and mappings are nested more than " + YamlReader.MAX_DEPTH + " levels deep", span);
        }
        count(target.weight(), span);
        lastEnd = span.end();
        return target;
    }

    private Anchored collection(boolean mapping, int start, int depth, int before) {
        List<YamlNode> children = new ArrayList<>();
        int height = 0;
        lastEnd = start;
        while (!parser.checkEvent(mapping ? Event.ID.MappingEnd : Event.ID.SequenceEnd)) {
            Anchored child = node(depth + 1);
            height = Math.max(height, child.height());
            children.add(child.node());
        }
        Span span = new Span(start, end(parser.getEvent()));
        YamlNode node = mapping ? new YamlNode.Mapping(entries(children), span) : new YamlNode.Sequence(children, span);
        return new Anchored(node, nodes - before, height + 1);
    }

    private static List<Entry> entries(List<YamlNode> children) {
        List<Entry> entries = new ArrayList<>(children.size() / 2);
        for (int i = 0; i < children.size(); i += 2) {
            entries.add(new Entry(children.get(i), children.get(i + 1)));
        }
        return entries;
    }

    /** A block collection's end mark is at the next token. Its text ends with its last child. */
    private int end(Event event) {
        int start = marks.offset(event.getStartMark());
        int end = marks.offset(event.getEndMark());
        lastEnd = end > start ? end : lastEnd;
        return lastEnd;
    }

    private YamlNode scalar(ScalarEvent event) {
        int start = marks.offset(event.getStartMark());
        int end = Math.max(start, marks.offset(event.getEndMark()));
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        lastEnd = end;
        boolean plain = event.isPlain() && event.getTag() == null;
        Span span = new Span(start, end);
        return new YamlNode.Scalar(SourceText.written(event.getValue(), new Location(source, span)), plain, span);
    }

    private void count(int more, Span span) {
        nodes += more;
        if (nodes > YamlReader.MAX_NODES) {
            throw limit("the file has more than " + YamlReader.MAX_NODES + " nodes", span);
        }
    }

    private static YamlLimitException limit(String problem, Span span) {
        return new YamlLimitException("yaml-limit", problem, "split the file, or use fewer aliases", span);
    }
}
