package io.falconer.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.Field.ArgumentKind;
import io.falconer.field.Field.Flag;
import io.falconer.text.Style;
import java.util.List;
import java.util.StringJoiner;

/** Shows the fields of a catalogue. */
public final class FieldTable {
    private final Style style;

    /** Creates a table in a style. Only {@link #text} uses the style. */
    public FieldTable(Style style) {
        this.style = style;
    }

    /** Two lines for each field, because names are too long to fit next to their descriptions. */
    public String text(EventSource source, List<Field> fields) {
        StringBuilder text = new StringBuilder();
        for (Field field : fields) {
            text.append(style.bold(spelling(field)))
                    .append("  ")
                    .append(style.cyan(type(field)))
                    .append(style.dim(notes(source, field)))
                    .append("\n    ")
                    .append(field.description())
                    .append('\n');
        }
        return text.toString();
    }

    /** The fields as elements of a JSON array; the first call opens the array. */
    public String json(EventSource source, List<Field> fields, boolean first) {
        StringBuilder text = new StringBuilder();
        String before = first ? "[\n  " : ",\n  ";
        for (Field field : fields) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("source", source.id());
            object.put("name", field.name());
            object.put("type", field.type().name());
            object.put("list", field.list());
            object.put("argument", argument(field.argument()));
            object.put("argumentRequired", isRequired(field.argument()));
            field.since().ifPresentOrElse(version -> object.put("since", version), () -> object.putNull("since"));
            object.put("deprecated", field.has(Flag.DEPRECATED));
            object.put("description", field.description());
            text.append(before).append(object);
            before = ",\n  ";
        }
        return text.toString();
    }

    /** The fields as a section with a table. */
    public String markdown(EventSource source, List<Field> fields) {
        StringBuilder text = new StringBuilder("## " + source.id() + "\n\n");
        text.append("| Field | Type | Since | Description |\n| --- | --- | --- | --- |\n");
        for (Field field : fields) {
            text.append("| `")
                    .append(spelling(field))
                    .append("` | ")
                    .append(type(field))
                    .append(" | ")
                    .append(field.since().orElse(""))
                    .append(" | ")
                    .append(field.has(Flag.DEPRECATED) ? "Deprecated. " : "")
                    .append(field.description().replace("|", "\\|"))
                    .append(" |\n");
        }
        return text.append('\n').toString();
    }

    /** The name with its argument. An optional argument has another pair of brackets. */
    private static String spelling(Field field) {
        String argument = argument(field.argument());
        if (field.argument() == ArgumentKind.NONE) {
            return field.name();
        }
        return isRequired(field.argument())
                ? field.name() + "[" + argument + "]"
                : field.name() + "[[" + argument + "]]";
    }

    private static String type(Field field) {
        return field.list() ? "LIST(" + field.type() + ")" : field.type().toString();
    }

    private static String notes(EventSource source, Field field) {
        StringJoiner notes = new StringJoiner(", ", ", ", "").setEmptyValue("");
        field.since()
                .ifPresent(
                        version -> notes.add("since " + (source == EventSource.K8S_AUDIT ? "plugin " : "") + version));
        if (field.has(Flag.DEPRECATED)) {
            notes.add("deprecated");
        }
        return notes.toString();
    }

    private static String argument(ArgumentKind kind) {
        return switch (kind) {
            case NONE -> "none";
            case INDEX_OPTIONAL, INDEX_REQUIRED -> "index";
            case KEY_OPTIONAL, KEY_REQUIRED -> "key";
        };
    }

    private static boolean isRequired(ArgumentKind kind) {
        return switch (kind) {
            case INDEX_REQUIRED, KEY_REQUIRED -> true;
            case NONE, INDEX_OPTIONAL, KEY_OPTIONAL -> false;
        };
    }
}
