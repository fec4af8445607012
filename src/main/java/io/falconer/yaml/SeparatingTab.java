package io.falconer.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Tabs that separate tokens within a line, are the only characters on it, or indent within brackets. YAML and yaml-cpp allow
 * them, SnakeYAML does not. All three refuse a tab that indents a block.
 */
final class SeparatingTab {
    private static final Pattern INDENTATION = Pattern.compile("^[ \\t]+", Pattern.MULTILINE);

    private SeparatingTab() {}

    /**
     * {@code text} with the tab that caused {@code error} replaced by a blank, if it is such a tab. In a file that is one pair
     * of brackets, such as JSON, every tab that indents is replaced.
     */
    static Optional<String> blanked(String text, CodePointMarks marks, MarkedYAMLException error) {
        int offset =
                Optional.ofNullable(error.getProblemMark()).map(marks::offset).orElse(text.length());
        if (offset >= text.length() || text.charAt(offset) != '\t') {
            return Optional.empty();
        }
        int lineStart = text.lastIndexOf('\n', offset) + 1;
        int lineEnd = text.indexOf('\n', offset);
        String after = text.substring(offset, lineEnd < 0 ? text.length() : lineEnd);
        boolean indents =
                text.substring(lineStart, offset).replaceAll("[\\s-]", "").isEmpty();
        if (indents && isBracketed(text)) {
            return Optional.of(INDENTATION.matcher(text).replaceAll(blanks -> " "
                    .repeat(blanks.group().length())));
        }
        return indents && !after.isBlank()
                ? Optional.empty()
                : Optional.of(text.substring(0, offset) + " " + text.substring(offset + 1));
    }

    private static boolean isBracketed(String text) {
        String begin = text.stripLeading();
        return begin.startsWith("[") || begin.startsWith("{");
    }
}
