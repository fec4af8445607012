package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** What the API server refuses in a LimitRange (ValidateLimitRange of its package core), as far as defaults depend on it. */
final class LimitRangeValidation {
    private static final List<String> TYPES = List.of("Container", "Pod", "PersistentVolumeClaim");
    private static final List<String> DEFAULTS = List.of("default", "defaultRequest");

    private LimitRangeValidation() {}

    static List<Diagnostic> problems(ManifestSource written, ObjectNode limitRange) {
        List<Diagnostic> problems = new ArrayList<>();
        JsonNode limits = limitRange.path("spec").path("limits");
        for (int i = 0; i < limits.size(); i++) {
            String path = "spec.limits[" + i + "]";
            String pointer = "/spec/limits/" + i;
            String type = limits.path(i).path("type").asText();
            if (type.isEmpty()) {
                problems.add(written.missing(
                        pointer, path + " has no type", "it is Container, Pod or PersistentVolumeClaim"));
            } else if (!TYPES.contains(type) && type.indexOf('/') < 0) {
                problems.add(written.invalid(
                        pointer + "/type",
                        path + ".type must be Container, Pod or PersistentVolumeClaim, not \"" + type + "\"",
                        "write it as Kubernetes does, capitals included"));
            }
            for (String key : DEFAULTS) {
                if (type.equals("Pod") && !limits.path(i).path(key).isEmpty()) {
                    problems.add(written.invalid(
                            pointer + "/" + key,
                            path + "." + key + " cannot be used with type: Pod",
                            "only containers have defaults: use type: Container"));
                }
            }
        }
        return List.copyOf(problems);
    }
}
