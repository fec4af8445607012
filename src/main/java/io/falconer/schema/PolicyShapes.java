package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.NameSyntax;
import io.falconer.policy.Quantity;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.FalcoRange;
import io.falconer.ruleset.PluginList;
import java.math.BigDecimal;
import java.util.List;

/** The shapes of values that several parts of a policy share. */
final class PolicyShapes {
    private PolicyShapes() {}

    /** A name of a team or an exception. */
    static ObjectNode dnsLabel() {
        return Shapes.text(NameSyntax.DNS_LABEL);
    }

    /** The name of a policy: a label that starts with a letter, so that it cannot be a number. */
    static ObjectNode policyName() {
        ObjectNode name = dnsLabel();
        name.putArray("type").add("string").add("boolean");
        name.putArray("allOf").addObject().put("pattern", "^[a-z]");
        return name;
    }

    /** Versions of Falco. Without quotes, YAML reads one with two parts as a number. */
    static ObjectNode falco() {
        ObjectNode numbers = Shapes.any();
        ArrayNode known = numbers.putArray("enum");
        Falco.ALL.stream().map(Falco::minor).distinct().map(BigDecimal::new).forEach(known::add);
        return Shapes.anyOf(List.of(Shapes.string(FalcoRange.syntax()), numbers));
    }

    /** Plugins with their versions. Only the reader knows which need no version. */
    static ObjectNode plugins() {
        return Shapes.filledList(Shapes.text(PluginList.SYNTAX));
    }

    static ObjectNode tag() {
        return Shapes.text(NameSyntax.TAG);
    }

    static ObjectNode imageTag() {
        return Shapes.text(NameSyntax.IMAGE_TAG);
    }

    static ObjectNode key() {
        return Shapes.text(NameSyntax.KEY);
    }

    /** An amount of a resource. Its reader checks how large and how fine it is. */
    static ObjectNode quantity() {
        return Shapes.amount(Quantity.SYNTAX);
    }

    /** Names of resources, each with or without its maximum. */
    static ObjectNode quantities(ObjectNode name, ObjectNode maximums) {
        ObjectNode filled = maximums.deepCopy().put("minProperties", 1);
        return Shapes.anyOf(List.of(Shapes.filledList(Shapes.anyOf(List.of(name, maximums))), filled));
    }

    static ObjectNode glob() {
        return Shapes.text(NameSyntax.GLOB).put("maxLength", NameSyntax.LONGEST_GLOB);
    }

    /** An image pattern. Its reader checks it more strictly. */
    static ObjectNode image() {
        return Shapes.text().put("minLength", 1).put("maxLength", NameSyntax.LONGEST_IMAGE);
    }

    /** A text that fits in a Falco constant. The limit counts bytes, which a schema cannot express. */
    static ObjectNode constant() {
        return Shapes.text().put("minLength", 1).put("maxLength", NameSyntax.LONGEST_CONSTANT);
    }

    static ObjectNode match() {
        return new ObjectSchema()
                .optional(
                        "namespaces",
                        Shapes.filledList(glob()),
                        "Globs for namespaces (*, ? and [a-z]). One of them must match. Absent: all namespaces.")
                .optional("excludeNamespaces", Shapes.filledList(glob()), "Globs for namespaces to leave out.")
                .node();
    }
}
