package io.falconer.policy;

import io.falconer.text.Span;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.Nearest;

/** Reads a ResourceLimits control. */
final class ResourceLimitsReader {
    private final MappingReader control;

    ResourceLimitsReader(MappingReader control) {
        this.control = control;
    }

    ResourceLimits read(Scope scope) {
        RequiredResourcesReader resources = new RequiredResourcesReader(control, this::isResource);
        ResourceLimits read = new ResourceLimits(scope, resources.read("limits"), resources.read("requests"));
        if (!control.has("limits") && !control.has("requests")) {
            control.error(
                    scope.place().span(),
                    "nothing-to-check",
                    "a ResourceLimits control requires \"limits\" or \"requests\"",
                    "for example, write limits: [cpu, memory]");
        }
        return read;
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
}
