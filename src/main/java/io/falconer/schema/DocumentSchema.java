package io.falconer.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What the schemas of whole documents share. */
final class DocumentSchema {
    private DocumentSchema() {}

    static ObjectNode of(String title, String description, ObjectSchema keys, Map<String, ObjectNode> definitions) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("$schema", "http://json-schema.org/draft-07/schema#");
        node.put("title", title).put("description", description);
        node.setAll(keys.node());
        ObjectNode all = node.putObject("definitions");
        definitions.forEach(all::set);
        return node;
    }

    /** The keys that identify a document. */
    static ObjectSchema keys(String version, String kind, ObjectNode metadata) {
        return new ObjectSchema()
                .required("apiVersion", Shapes.choice(List.of(version)), "The version of the format.")
                .required("kind", Shapes.choice(List.of(kind)), "The kind of the document.")
                .required("metadata", metadata, "The name of the document.");
    }
}
