package io.falconer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.generate.Bundle;
import io.falconer.generate.Capability;
import io.falconer.text.Style;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** How exactly rules say what policies mean. */
final class CapabilityTable {
    private static final int WIDTH = 80;
    private static final String INDENT = "                 ";

    private final Style style;

    CapabilityTable(Style style) {
        this.style = style;
    }

    String text(List<Bundle> bundles) {
        StringBuilder text = new StringBuilder();
        for (Bundle bundle : bundles) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(style.bold("policy " + bundle.policy().name()))
                    .append("\n\n");
            for (Capability capability : bundle.capabilities()) {
                row(capability, text);
            }
        }
        return text.toString();
    }

    private void row(Capability capability, StringBuilder text) {
        String check = capability.check().isEmpty() || capability.check().equals(capability.control())
                ? capability.control()
                : capability.control() + "/" + capability.check();
        String word = capability.exactness().id();
        String padded = "  " + word + " ".repeat(Math.max(1, INDENT.length() - 2 - word.length()));
        text.append(coloured(capability, padded)).append(style.bold(check)).append('\n');
        paragraph(capability.reason(), text);
        capability.narrows().ifPresent(how -> paragraph("narrower with: " + how, text));
    }

    private String coloured(Capability capability, String word) {
        return switch (capability.exactness()) {
            case EXACT -> style.green(word);
            case OVER, UNDER -> style.yellow(word);
            case INEXPRESSIBLE -> style.red(word);
        };
    }

    private static void paragraph(String words, StringBuilder text) {
        WordUtils.wrap(words, WIDTH - INDENT.length(), "\n", false)
                .lines()
                .forEach(line -> text.append(INDENT).append(line).append('\n'));
    }

    /** One JSON object: for each policy its capabilities. */
    static String json(List<Bundle> bundles) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode policies = root.putArray("policies");
        for (Bundle bundle : bundles) {
            ObjectNode policy =
                    policies.addObject().put("policy", bundle.policy().name());
            ArrayNode capabilities = policy.putArray("capabilities");
            for (Capability capability : bundle.capabilities()) {
                ObjectNode object = capabilities.addObject();
                object.put("control", capability.control());
                object.put("check", capability.check());
                object.put("exactness", capability.exactness().id());
                object.put("reason", capability.reason());
                capability
                        .narrows()
                        .ifPresentOrElse(how -> object.put("narrows", how), () -> object.putNull("narrows"));
            }
        }
        return root + "\n";
    }
}
