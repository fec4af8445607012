package io.falconer.lint;

import io.falconer.ruleset.ItemType;
import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.LoadedItem;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.yaml.Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds keys next to {@code append: true} of a rule. Falco only reads condition and exceptions (section 1.4). */
final class IgnoredKeys {
    private static final Set<String> IGNORED = Set.of(
            "output",
            "desc",
            "priority",
            "enabled",
            "tags",
            "warn_evttypes",
            "skip-if-unknown-filter",
            "capture",
            "capture_duration");

    private static final Set<String> APPENDABLE = Set.of("output", "desc", "tags");

    private IgnoredKeys() {}

    static List<Diagnostic> of(LoadedFile file) {
        return file.items().stream()
                .filter(item -> item.type() == ItemType.RULE && item.appends() && appendsSomething(item))
                .flatMap(IgnoredKeys::findings)
                .limit(Findings.MOST)
                .toList();
    }

    /** Without either, the file does not load. */
    private static boolean appendsSomething(LoadedItem item) {
        return item.node().get("condition").isPresent()
                || item.node().get("exceptions").isPresent();
    }

    private static Stream<Diagnostic> findings(LoadedItem item) {
        return item.node().entries().stream()
                .filter(entry -> IGNORED.contains(entry.name()))
                .map(entry -> finding(item, entry));
    }

    private static Diagnostic finding(LoadedItem item, Entry entry) {
        String key = entry.name();
        Location place = new Location(item.location().source(), entry.key().span());
        return Diagnostic.warning(
                        "ignored-key",
                        "rule \"" + item.name() + "\": next to \"append: true\", Falco ignores \"" + key + "\"",
                        place)
                .withHint("write override: {" + key + ": " + (APPENDABLE.contains(key) ? "append" : "replace")
                        + "} instead, with an entry for each key");
    }
}
