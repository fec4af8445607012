package io.falconer.cover;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconer.generate.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes values of events as YAML that people like to read: in a line if it is short, otherwise in a block. */
final class YamlEvent {
    private static final int WIDTH = 100;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./@+-]*");
    private static final Pattern OTHER = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    private YamlEvent() {}

    /** What follows a key whose line is indented by {@code indent}: a blank and the value, or lines below it. */
    static String after(JsonNode value, int indent) {
        String flow = flow(value);
        if (flow.length() + indent <= WIDTH || !value.isContainerNode() || value.isEmpty()) {
            return " " + flow;
        }
        StringBuilder block = new StringBuilder();
        String margin = "\n" + " ".repeat(indent + 2);
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                block.append(margin)
                        .append(text(entry.getKey()))
                        .append(':')
                        .append(after(entry.getValue(), indent + 2));
            }
        } else {
            value.forEach(item -> block.append(margin).append("- ").append(flow(item)));
        }
        return block.toString();
    }

    /** The lines of a list. */
    static List<String> list(List<JsonNode> items, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ".repeat(indent)).append('[');
        for (int i = 0; i < items.size(); i++) {
            String text = flow(items.get(i)) + (i == items.size() - 1 ? "]" : ",");
            if (line.length() > indent + 1 && line.length() + text.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(indent + 1));
            }
            line.append(text).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** A value on one line. */
    static String flow(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(entry -> parts.add(text(entry.getKey()) + ": " + flow(entry.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value.isArray()) {
            value.forEach(item -> parts.add(flow(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        return value.isTextual() ? text(value.textValue()) : value.toString();
    }

    /** A text that every reader takes as one. */
    static String text(String text) {
        return PLAIN.matcher(text).matches() && !OTHER.matcher(text).matches() ? text : YamlText.quoted(text);
    }
}
