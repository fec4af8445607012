package io.falconer.lint;

import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.LoadedItem;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds keys that an item has twice: Falco silently uses only the first (section 1.1). */
final class DuplicateKeys {
    private final LoadedItem item;
    private final List<Diagnostic> found = new ArrayList<>();

    private DuplicateKeys(LoadedItem item) {
        this.item = item;
    }

    static List<Diagnostic> of(LoadedFile file) {
        List<Diagnostic> found = new ArrayList<>();
        for (LoadedItem item : file.items()) {
            DuplicateKeys keys = new DuplicateKeys(item);
            keys.search(item.node());
            found.addAll(keys.found);
        }
        return found;
    }

    private void search(YamlNode node) {
        switch (node) {
            case YamlNode.Scalar scalar -> {}
            case YamlNode.Sequence sequence -> sequence.items().forEach(this::search);
            case YamlNode.Mapping mapping -> {
                Map<String, Location> first = new HashMap<>();
                for (Entry entry : mapping.entries()) {
                    Location place =
                            new Location(item.location().source(), entry.key().span());
                    Location before = first.putIfAbsent(entry.name(), place);
                    if (before != null && found.size() < Findings.MOST) {
                        report(entry.name(), before, place);
                    }
                    search(entry.value());
                }
            }
        }
    }

    private void report(String key, Location first, Location second) {
        String subject = item.name().isEmpty() ? "" : item.type().words() + " \"" + item.name() + "\": ";
        found.add(Diagnostic.error(
                        "duplicate-key",
                        subject + "\"" + key + "\" is given twice, and Falco uses the first, at " + first,
                        second)
                .withHint("keep only one"));
    }
}
