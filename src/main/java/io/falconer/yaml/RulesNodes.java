package io.falconer.yaml;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.SourceText;
import io.falconer.text.Span;
import io.falconer.yaml.cpp.Mark;
import io.falconer.yaml.cpp.NodeMaker;
import io.falconer.yaml.cpp.Parser;
import io.falconer.yaml.cpp.SyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Makes the nodes of rules files, and counts them. */
final class RulesNodes implements NodeMaker<RulesNodes.CountedNode> {
    /** A node, with the number of nodes in it and its depth once aliases are expanded. */
    record CountedNode(YamlNode node, int weight, int height) {}

    private final SourceFile source;
    private int count;

    RulesNodes(SourceFile source) {
        this.source = source;
    }

    /** yaml-cpp reads an empty node as "null" if a text is requested. */
    @Override
    public CountedNode empty(Mark mark, int end) {
        Location place = new Location(source, span(mark, end));
        return scalar(mark, end, SourceText.made("null", place), true);
    }

    @Override
    public CountedNode scalar(Mark mark, int end, SourceText text, boolean plain) {
        count(1, mark);
        return new CountedNode(new YamlNode.Scalar(text, plain, span(mark, end)), 1, 1);
    }

    @Override
    public CountedNode list(Mark mark, int end, List<CountedNode> items) {
        List<YamlNode> nodes = new ArrayList<>(items.size());
        items.forEach(item -> nodes.add(item.node()));
        return collection(mark, new YamlNode.Sequence(nodes, span(mark, end)), items);
    }

    @Override
    public CountedNode mapping(Mark mark, int end, List<CountedNode> keysAndValues) {
        List<Entry> entries = new ArrayList<>(keysAndValues.size() / 2);
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            entries.add(new Entry(
                    keysAndValues.get(i).node(), keysAndValues.get(i + 1).node()));
        }
        return collection(mark, new YamlNode.Mapping(entries, span(mark, end)), keysAndValues);
    }

    private CountedNode collection(Mark mark, YamlNode node, List<CountedNode> children) {
        count(1, mark);
        int weight = 1;
        int height = 0;
        for (CountedNode child : children) {
            weight += child.weight();
            height = Math.max(height, child.height());
        }
        return new CountedNode(node, weight, height + 1);
    }

    @Override
    public CountedNode alias(Mark mark, int end, CountedNode target) {
        if (target.height() > Parser.MAX_DEPTH) {
            throw SyntaxException.limit(
                    "lists and mappings are nested more than " + Parser.MAX_DEPTH + " levels deep",
                    mark,
                    "use fewer aliases");
        }
        count(target.weight(), mark);
        return target;
    }

    private void count(int more, Mark mark) {
        count += more;
        if (count > YamlReader.MAX_NODES) {
            throw SyntaxException.limit(
                    "the file has more than " + YamlReader.MAX_NODES + " nodes",
                    mark,
                    "split the file, or use fewer aliases");
        }
    }

    private static Span span(Mark mark, int end) {
        return new Span(mark.offset(), end);
    }
}
