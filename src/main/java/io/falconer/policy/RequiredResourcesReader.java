package io.falconer.policy;

import io.falconer.text.Span;
import io.falconer.yaml.Entry;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads resources that something must have: names, names with their maximums, or both, as in {@code [memory, {cpu: 2}]}. A
 * mapping may stand for a list of one.
 */
final class RequiredResourcesReader {
    private final MappingReader control;
    private final Known known;

    /** Whether a name is one of a resource; reports it if it is not. */
    @FunctionalInterface
    interface Known {
        boolean test(String name, Span span);
    }

    RequiredResourcesReader(MappingReader control, Known known) {
        this.control = control;
        this.known = known;
    }

    List<RequiredResource> read(String key) {
        new PolicyValueReader(control).notEmpty(key);
        List<RequiredResource> resources = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean mapping =
                control.node(key).filter(YamlNode.Mapping.class::isInstance).isPresent();
        List<YamlNode> items = mapping ? control.node(key).stream().toList() : control.items(key);
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Mapping maximums) {
                for (Entry entry : maximums.entries()) {
                    if (known.test(entry.name(), entry.key().span())) {
                        Optional<Quantity> most = most(entry);
                        add(
                                resources,
                                seen,
                                new RequiredResource(entry.name(), most),
                                entry.key().span());
                    }
                }
            } else if (!(item instanceof YamlNode.Scalar name) || name.isNull()) {
                control.error(item.span(), "wrong-kind", "an item of \"" + key + "\" must be the name of a resource");
            } else if (known.test(name.text(), name.span())) {
                add(resources, seen, new RequiredResource(name.text(), Optional.empty()), name.span());
            }
        }
        return resources;
    }

    private Optional<Quantity> most(Entry entry) {
        if (!(entry.value() instanceof YamlNode.Scalar value) || value.isNull()) {
            control.error(entry.value().span(), "wrong-kind", "\"" + entry.name() + "\" must be a quantity");
            return Optional.empty();
        }
        Optional<Quantity> read = Quantity.of(value.text());
        Optional<String> problem = read.map(Quantity::problem).orElse(Optional.of("is not an amount of a resource"));
        problem.ifPresent(what -> control.error(
                value.span(),
                "bad-quantity",
                "\"" + (value.text().length() > 60 ? value.text().substring(0, 57) + "..." : value.text()) + "\" "
                        + what,
                "write a number with or without a unit, such as 500m, 1.5 or 4Gi"));
        return problem.isPresent() ? Optional.empty() : read;
    }

    private void add(List<RequiredResource> resources, Set<String> seen, RequiredResource resource, Span span) {
        if (seen.add(resource.resource())) {
            resources.add(resource);
        } else {
            control.error(span, "duplicate-value", "\"" + resource.resource() + "\" is given twice", "keep only one");
        }
    }
}
