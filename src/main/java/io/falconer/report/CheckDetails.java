package io.falconer.report;

import io.falconer.engine.ValueText;
import io.falconer.event.Value;
import io.falconer.explain.Part;
import io.falconer.report.ExplanationLines.Piece;
import io.falconer.text.Location;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.List;

/** What follows a check on its line: what it read, or why it read nothing, and the constant that matches or resembles it. */
final class CheckDetails {
    private CheckDetails() {}

    static List<Piece> of(Part.Check check, Style style) {
        List<Piece> details = new ArrayList<>();
        for (Part.Seen seen : check.seen()) {
            if (seen.value() != Value.None.NONE) {
                details.add(Piece.of("saw " + ValueText.shown(seen.value()), style::cyan));
            }
        }
        check.absence().ifPresent(why -> details.add(Piece.of("no value: " + why, style::cyan)));
        check.item()
                .filter(item -> !isOnLine(item.place(), check.place()))
                .ifPresent(item -> details.add(Piece.of(
                        (item.matches() ? "matches " : "resembles ") + item.text() + " at " + place(item.place()),
                        style::dim)));
        return details;
    }

    private static boolean isOnLine(Location one, Location other) {
        return one.source() == other.source()
                && one.start().line() == other.start().line();
    }

    /** The file and the line, without the column. */
    static String place(Location place) {
        return place.source().name() + ":" + place.start().line();
    }
}
