package io.falconer.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * The images that containers may run.
 *
 * @param allow the allowed images per namespace; empty means that images are not restricted
 * @param requireDigest whether each image must have a digest
 * @param denyTags tags that no image may have; an image with neither tag nor digest counts as {@code latest}
 */
public record AllowedImages(Scope scope, List<Allowance> allow, boolean requireDigest, List<String> denyTags)
        implements Control {
    /** The name in policies. */
    public static final String KIND = "AllowedImages";

    public AllowedImages {
        allow = List.copyOf(allow);
        denyTags = List.copyOf(denyTags);
    }

    /** The images that are allowed in the namespaces that one of the globs matches. */
    public record Allowance(List<String> namespaces, List<ImagePattern> images) {
        public Allowance {
            namespaces = List.copyOf(namespaces);
            images = List.copyOf(images);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> checks() {
        List<String> checks = new ArrayList<>();
        if (!allow.isEmpty()) {
            checks.add("allowedImages");
        }
        if (requireDigest) {
            checks.add("requireDigest");
        }
        if (!denyTags.isEmpty()) {
            checks.add("denyTags");
        }
        return checks;
    }

    @Override
    public List<ExceptionKey> exceptionKeys(String check) {
        return ExceptionKey.OF_PODS;
    }
}
