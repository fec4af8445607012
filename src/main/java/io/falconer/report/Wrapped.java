package io.falconer.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines. */
final class Wrapped {
    private Wrapped() {}

    /** {@code words} joined by {@code separator} on lines of at most {@code width}; a longer word has a line of its own. */
    static List<String> words(List<String> words, String separator, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i) + (i < words.size() - 1 ? separator.stripTrailing() : "");
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** {@code text} broken at blanks. */
    static List<String> text(String text, int width) {
        return words(List.of(text.split(" ")), " ", width);
    }
}
