package io.falconer.suite;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ${name}} in the texts of a test with cases. Two dollar signs stand for a literal one that does not start a variable.
 */
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)\\}");

    private Variables() {}

    /** The names that {@code text} uses, in order. */
    static List<String> in(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    /** {@code text} with each variable replaced by its value; variables without a value stay as they are. */
    static String replace(String text, Map<String, String> values) {
        if (!text.contains("${")) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String value = matcher.group(1) == null ? "${" : values.getOrDefault(matcher.group(1), matcher.group());
            result.append(text, end, matcher.start()).append(value);
            end = matcher.end();
        }
        return result.append(text, end, text.length()).toString();
    }
}
