package io.falconer.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the data files under {@code fields/}. They are part of the program, so an error in them is a bug. */
final class CatalogueReader {
    private CatalogueReader() {}

    static List<Field> fields(String file) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode node : read(file)) {
            fields.add(field(node));
        }
        return fields;
    }

    static JsonNode read(String file) {
        try (InputStream in = CatalogueReader.class.getResourceAsStream("/fields/" + file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource: fields/" + file);
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Field field(JsonNode node) {
        List<Field.Flag> flags = new ArrayList<>();
        for (JsonNode flag : node.path("flags")) {
            flags.add(Field.Flag.valueOf(flag.textValue()));
        }
        return new Field(
                node.required("name").textValue(),
                FieldType.valueOf(node.required("type").textValue()),
                node.path("list").booleanValue(),
                Field.ArgumentKind.valueOf(node.path("argument").asText("NONE")),
                Set.copyOf(flags),
                Optional.ofNullable(node.path("since").textValue()),
                node.required("description").textValue());
    }
}
