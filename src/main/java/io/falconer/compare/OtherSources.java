package io.falconer.compare;

import io.falconer.ruleset.ItemType;
import io.falconer.ruleset.LoadedItem;
import io.falconer.ruleset.LoadedRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules of sources that no loaded plugin provides. Falco skips them, so only their text can be compared. */
final class OtherSources {
    private OtherSources() {}

    /** What became of each that is not as it was, such as {@code removed: Console login (source aws_cloudtrail)}. */
    static List<String> changes(LoadedRules before, LoadedRules after) {
        Map<String, List<String>> old = contents(before);
        Map<String, List<String>> now = contents(after);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            if (!now.containsKey(name)) {
                changes.add("removed: " + name);
            } else if (!old.containsKey(name)) {
                changes.add("added: " + name);
            } else if (!old.getOrDefault(name, List.of()).equals(now.get(name))) {
                changes.add("another text: " + name);
            }
        }
        return changes;
    }

    private static Map<String, List<String>> contents(LoadedRules rules) {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        rules.items()
                .filter(item -> item.type() == ItemType.RULE && item.defines())
                .filter(item ->
                        rules.rules().falco().dialect().source(item.source()).isEmpty())
                .forEach(item -> contents.computeIfAbsent(name(item), name -> new ArrayList<>())
                        .add(Definitions.content(item)));
        return contents;
    }

    private static String name(LoadedItem item) {
        return item.name() + " (source " + item.source() + ")";
    }
}
