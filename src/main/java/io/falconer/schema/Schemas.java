package io.falconer.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.ControlKind;
import java.util.Map;

/**
 * The JSON Schemas (draft-07) of Falconer's formats, as indented text. A document that its reader takes is valid; what is
 * valid may still be refused by the reader, which also sees what a schema cannot say.
 */
public final class Schemas {
    private Schemas() {}

    /**
     * The schema of policies.
     *
     * @param kinds the kinds of controls that rule templates bring, by name
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
            throw new IllegalStateException("a tree of nodes is JSON", e);
        }
    }
}
