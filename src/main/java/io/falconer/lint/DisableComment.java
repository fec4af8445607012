package io.falconer.lint;

import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.LoadedItem;
import io.falconer.text.Location;
import io.falconer.text.Span;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment {@code # falconer:disable=CODE reason}, on the lines above an item or at the end of a line within it.
 *
 * @param location the comment
 * @param codes the findings that it disables
 * @param reason the reason; empty if it gives none
 * @param items the items that it belongs to; empty if it is not at an item
 */
record DisableComment(Location location, List<String> codes, String reason, List<LoadedItem> items) {
    private static final Pattern COMMENT =
            Pattern.compile("#[ \t]*falconer:[ \t]*disable[ \t]*=?[ \t]*([^\\s#]*)[ \t]*([^\\r\\n]*)");

    /** What every comment contains. Most files have none, and need no search for the pattern. */
    private static final String WORD = "falconer:";

    DisableComment {
        codes = List.copyOf(codes);
        items = List.copyOf(items);
    }

    /** The comments of a file. What looks like a comment within a YAML text is part of that text. */
    static List<DisableComment> in(LoadedFile file) {
        String text = file.source().text();
        List<DisableComment> comments = new ArrayList<>();
        Matcher matcher = COMMENT.matcher(text);
        if (!text.contains(WORD) || !matcher.find()) {
            return comments;
        }
        TreeMap<Integer, Integer> scalars = new TreeMap<>();
        file.items().forEach(item -> collect(item.node(), scalars));
        ItemLines lines = ItemLines.of(file);
        do {
            int start = matcher.start();
            boolean begins = start == 0 || Character.isWhitespace(text.charAt(start - 1));
            if (begins && !isWithin(text, scalars, start)) {
                comments.add(new DisableComment(
                        new Location(file.source(), new Span(start, matcher.end())),
                        List.of(matcher.group(1).split(",", -1)),
                        matcher.group(2).strip(),
                        lines.at(file.source().position(start).line())));
            }
        } while (matcher.find());
        return comments;
    }

    private static void collect(YamlNode node, TreeMap<Integer, Integer> scalars) {
        switch (node) {
            case YamlNode.Scalar scalar ->
                scalars.put(scalar.span().start(), scalar.span().end());
            case YamlNode.Sequence sequence -> sequence.items().forEach(item -> collect(item, scalars));
            case YamlNode.Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    collect(entry.key(), scalars);
                    collect(entry.value(), scalars);
                }
            }
        }
    }

    /** A block scalar may have a comment after its indicator. */
    private static boolean isWithin(String text, TreeMap<Integer, Integer> scalars, int offset) {
        Map.Entry<Integer, Integer> scalar = scalars.floorEntry(offset);
        if (scalar == null || offset >= scalar.getValue()) {
            return false;
        }
        int start = scalar.getKey();
        boolean isBlock = text.charAt(start) == '>' || text.charAt(start) == '|';
        return !isBlock || text.substring(start, offset).indexOf('\n') >= 0;
    }
}
