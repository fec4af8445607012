package io.falconer.policy;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.Entry;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.Nearest;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a ResourceLimits control. A limit is the name of a resource, or a resource with its maximum ({@code cpu: 2}). No rule
 * can check a maximum, so the reader warns about it.
 */
final class ResourceLimitsReader {
    private final SourceFile source;
    private final MappingReader control;
    private final List<Diagnostic> problems;

    ResourceLimitsReader(SourceFile source, MappingReader control, List<Diagnostic> problems) {
        this.source = source;
        this.control = control;
        this.problems = problems;
    }

    ResourceLimits read(Scope scope) {
        ResourceLimits read = new ResourceLimits(scope, asks("limits"), asks("requests"));
        if (!control.has("limits") && !control.has("requests")) {
            control.error(
                    scope.place().span(),
                    "nothing-to-check",
                    "a ResourceLimits control requires \"limits\" or \"requests\"",
                    "for example, write limits: [cpu, memory]");
        }
        return read;
    }

    private List<RequiredResource> asks(String key) {
        new PolicyValueReader(control).notEmpty(key);
        List<RequiredResource> asks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean mapping =
                control.node(key).filter(YamlNode.Mapping.class::isInstance).isPresent();
        List<YamlNode> items = mapping ? control.node(key).stream().toList() : control.items(key);
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Mapping ceilings) {
                for (Entry entry : ceilings.entries()) {
                    ceiling(key, entry)
                            .ifPresent(ask -> add(asks, seen, ask, entry.key().span()));
                }
            } else if (item instanceof YamlNode.Scalar name && isResource(name.text(), name.span())) {
                add(asks, seen, new RequiredResource(name.text(), Optional.empty()), name.span());
            } else if (item instanceof YamlNode.Sequence) {
                control.error(item.span(), "wrong-kind", "an item of \"" + key + "\" must be the name of a resource");
            }
        }
        return asks;
    }

    private Optional<RequiredResource> ceiling(String key, Entry entry) {
        if (!(entry.value() instanceof YamlNode.Scalar value) || value.isNull()) {
            control.error(entry.value().span(), "wrong-kind", "\"" + entry.name() + "\" must be a quantity");
            return Optional.empty();
        }
        if (!isResource(entry.name(), entry.key().span())) {
            return Optional.empty();
        }
        problems.add(Diagnostic.warning(
                        "inexpressible",
                        "Falco conditions cannot compare quantities: rules only check that \"" + entry.name()
                                + "\" exists",
                        new Location(source, value.span()))
                .withHint("write " + key + ": [" + entry.name() + "], and enforce " + value.text()
                        + " with a LimitRange or an admission policy"));
        return Optional.of(new RequiredResource(entry.name(), Optional.of(value.text())));
    }

    private boolean isResource(String name, Span span) {
        boolean known = ResourceLimits.RESOURCES.contains(name);
        if (!known) {
            control.error(
                    span,
                    "unknown-value",
                    "unknown resource \"" + name + "\"",
                    Nearest.hint(name, ResourceLimits.RESOURCES));
        }
        return known;
    }

    private void add(List<RequiredResource> asks, Set<String> seen, RequiredResource ask, Span span) {
        if (seen.add(ask.resource())) {
            asks.add(ask);
        } else {
            control.error(span, "duplicate-value", "\"" + ask.resource() + "\" is given twice", "keep only one");
        }
    }
}
