package io.falconer.cli;

import io.falconer.event.Origin;
import io.falconer.event.reader.SkipReason;
import io.falconer.event.reader.Skips;
import io.falconer.text.PrintableText;
import java.util.List;

/** Reports on standard error which events could not be used, counted by reason. */
final class SkipNote {
    private static final int SHOWN = 3;

    private final Console console;

    SkipNote(Console console) {
        this.console = console;
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
                        + (count > Math.min(SHOWN, places.size()) ? ", ..." : "") + ")");
            }
        }
    }

    private static String place(Origin origin) {
        String index = origin.index().isPresent() ? "[" + origin.index().getAsInt() + "]" : "";
        return PrintableText.shown(origin.path()) + ":" + origin.line() + index;
    }
}
