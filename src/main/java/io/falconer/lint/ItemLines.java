package io.falconer.lint;

import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.LoadedItem;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The items of a file that a comment on a line belongs to: the items that contain the line, or the item below the comment. */
final class ItemLines {
    private final TreeMap<Integer, List<LoadedItem>> byFirst = new TreeMap<>();
    private final Map<Integer, Integer> firstBelow = new HashMap<>();

    private ItemLines() {}

    static ItemLines of(LoadedFile file) {
        ItemLines lines = new ItemLines();
        for (LoadedItem item : file.items()) {
            lines.byFirst
                    .computeIfAbsent(item.location().start().line(), line -> new ArrayList<>())
                    .add(item);
        }
        lines.byFirst.keySet().forEach(first -> lines.commentsAbove(file.source(), first));
        return lines;
    }

    private void commentsAbove(SourceFile source, int first) {
        for (int line = first - 1; line > 0 && source.line(line).stripLeading().startsWith("#"); line--) {
            firstBelow.put(line, first);
        }
    }

    /** The items; empty if there are none. */
    List<LoadedItem> at(int line) {
        Map.Entry<Integer, List<LoadedItem>> before = byFirst.floorEntry(line);
        List<LoadedItem> around = before == null
                ? List.of()
                : before.getValue().stream()
                        .filter(item -> line <= item.location().end().line())
                        .toList();
        return around.isEmpty() ? byFirst.getOrDefault(firstBelow.getOrDefault(line, 0), List.of()) : around;
    }
}
