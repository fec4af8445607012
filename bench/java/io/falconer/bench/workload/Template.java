package io.falconer.bench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@link Hole}s, taken apart once so that filling it is little more than copying. */
final class Template {
    private static final Pattern HOLE = Pattern.compile("\\$([a-z]+)");

    /** A text and the hole after it. */
    private record Part(String text, Hole hole) {}

    private final List<Part> parts = new ArrayList<>();
    private final String rest;

    private Template(String text) {
        Matcher hole = HOLE.matcher(text);
        int end = 0;
        while (hole.find()) {
            parts.add(new Part(
                    text.substring(end, hole.start()),
                    Hole.valueOf(hole.group(1).toUpperCase(Locale.ROOT))));
            end = hole.end();
        }
        rest = text.substring(end);
    }

    /** A template of a text in which {@code $name} is the hole of that name; line ends and indentation fall away. */
    static Template of(String text) {
        return new Template(text.replaceAll("\\n\\s*", ""));
    }

    /** Appends the text with its holes filled. */
    void fill(StringBuilder out, Subject subject, Dice dice) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            out.append(part.text);
            part.hole.write(out, subject, dice);
        }
        out.append(rest);
    }
}
