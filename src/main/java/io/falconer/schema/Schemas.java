package io.falconer.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.ControlKind;
import java.util.Map;

/**
 * The JSON Schemas (draft-07) of Falconer's formats, as indented text. Every document that a reader accepts is valid. The
 * reader may still refuse a valid document, because it also checks what a schema cannot express.
 */
public final class Schemas {
    private Schemas() {}

    /**
     * The schema of policies.
     *
     * @param kinds the kinds of controls that rule templates define, by name
     */
    public static String policy(Map<String, ControlKind> kinds) {
        return text(new PolicySchema(kinds).node());
    }

    /** The schema of suites. */
    public static String suite() {
        return text(SuiteSchema.node());
    }

    private static String text(ObjectNode schema) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return new JsonMapper().writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes is always JSON", e);
        }
    }
}
