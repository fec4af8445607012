package io.falconer.cli;

import io.falconer.event.Origin;
import io.falconer.event.reader.SkipReason;
import io.falconer.event.reader.Skips;
import io.falconer.text.PrintableText;
import java.util.List;

/** Reports on standard error what was not used: files in directories, and events, counted by reason. */
final class SkipNote {
    private static final int SHOWN = 3;

    private final Console console;

    SkipNote(Console console) {
        this.console = console;
    }

    /** Reports which entries of directories were not read. */
    void showUnread(List<String> names) {
        if (!names.isEmpty()) {
            console.note(console.errStyle().yellow("not read") + " " + names.size()
                    + ": not named like events, .json, .jsonl, .ndjson or .log ("
                    + String.join(
                            ", ",
                            names.stream()
                                    .limit(SHOWN)
                                    .map(PrintableText::shown)
                                    .toList())
                    + (names.size() > SHOWN ? ", ..." : "") + ")");
        }
    }

    void show(Skips skips) {
        for (SkipReason reason : SkipReason.values()) {
            long count = skips.counts().getOrDefault(reason, 0L);
            if (count > 0) {
                List<Origin> places = skips.first().getOrDefault(reason, List.of());
                console.note(console.errStyle().yellow("skipped") + " " + count + ": " + reason.text() + " ("
                        + String.join(
                                ", ",
                                places.stream()
                                        .limit(SHOWN)
                                        .map(SkipNote::place)
                                        .toList())
                        + (places.size() > SHOWN ? ", ..." : "") + ")");
            }
        }
    }

    private static String place(Origin origin) {
        String index = origin.index().isPresent() ? "[" + origin.index().getAsInt() + "]" : "";
        return PrintableText.shown(origin.path()) + ":" + origin.line() + index;
    }
}
