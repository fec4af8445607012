package io.falconer.lint;

import io.falconer.ruleset.ItemType;
import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.LoadedItem;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds rules, macros and lists that one file defines twice: the second replaces the first (section 1.4). */
final class DefinedTwice {
    private record Name(ItemType type, String name) {}

    private DefinedTwice() {}

    static List<Diagnostic> of(LoadedFile file) {
        Map<Name, Location> first = new HashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (LoadedItem item : file.items()) {
            if (item.defines()) {
                Location place = place(item);
                Location before = first.putIfAbsent(new Name(item.type(), item.name()), place);
                if (before != null && found.size() < Findings.MOST) {
                    found.add(finding(item, before, place));
                }
            }
        }
        return found;
    }

    private static Location place(LoadedItem item) {
        return item.node()
                .get(item.type().words())
                .map(YamlNode::span)
                .map(span -> new Location(item.location().source(), span))
                .orElse(item.location());
    }

    private static Diagnostic finding(LoadedItem item, Location first, Location second) {
        String key =
                switch (item.type()) {
                    case LIST -> "items: append";
                    case MACRO -> "condition: append";
                    default -> "condition: replace";
                };
        return Diagnostic.warning(
                        "defined-twice",
                        item.type().words() + " \"" + item.name() + "\" is defined twice in this file: this definition"
                                + " replaces the one at " + first,
                        second)
                .withHint("give it another name, or declare what it changes: override: {" + key + "}");
    }
}
