package io.falconer.report;

import io.falconer.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** Text broken into lines. */
final class WrappedText {
    private WrappedText() {}

    /** {@code text} broken at blanks into lines of at most {@code width}. A longer word gets its own line. */
    static List<String> text(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : PrintableText.shown(text).split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
