package io.falconer.template;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.falconer.policy.Argument;
import java.util.ArrayList;
import java.util.List;

/** Holes in texts for people: {@code Container without $limit limit}. Only keys are allowed there. */
final class TextHoles {
    private static final Pattern HOLE = Pattern.compile("\\$([A-Za-z][A-Za-z0-9_]*)");

    private TextHoles() {}

    static List<String> holes(String text) {
        List<String> holes = new ArrayList<>();
        Matcher matcher = HOLE.matcher(text);
        while (matcher.find()) {
            holes.add(matcher.group(1));
        }
        return holes;
    }

    static String fill(String text, Bindings bindings) {
        StringBuilder filled = new StringBuilder();
        int end = 0;
        Matcher matcher = HOLE.matcher(text);
        while (matcher.find()) {
            filled.append(text, end, matcher.start());
            filled.append(
                    bindings.argument(matcher.group(1)).orElse(null) instanceof Argument.Text key
                            ? key.text()
                            : matcher.group());
            end = matcher.end();
        }
        return filled.append(text, end, text.length()).toString();
    }
}
