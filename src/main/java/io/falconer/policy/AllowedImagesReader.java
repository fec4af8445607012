package io.falconer.policy;

import io.falconer.policy.AllowedImages.Allowance;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import java.util.ArrayList;
import java.util.List;

/** Reads an AllowedImages control. */
final class AllowedImagesReader {
    private final MappingReader control;
    private final PolicyValueReader values;

    AllowedImagesReader(MappingReader control) {
        this.control = control;
        this.values = new PolicyValueReader(control);
    }

    AllowedImages read(Scope scope) {
        List<Allowance> allow = allow();
        boolean digest = control.bool("requireDigest").map(Located::value).orElse(false);
        List<String> tags = values.imageTags("denyTags");
        if (!control.has("allow") && !control.has("denyTags") && !digest) {
            control.error(
                    scope.place().span(),
                    "nothing-to-check",
                    "an AllowedImages control requires \"allow\", \"requireDigest\" or \"denyTags\"",
                    "for example, write allow: [{namespaces: [\"*\"], images: [\"registry.example.com/*\"]}]");
        }
        return new AllowedImages(scope, allow, digest, tags);
    }

    private List<Allowance> allow() {
        values.notEmpty("allow");
        List<Allowance> allow = new ArrayList<>();
        for (MappingReader entry : control.mappings("allow")) {
            entry.require("images");
            PolicyValueReader within = new PolicyValueReader(entry);
            List<String> namespaces = within.globs("namespaces");
            allow.add(new Allowance(namespaces.isEmpty() ? List.of("*") : namespaces, within.images("images")));
            entry.finish();
        }
        return allow;
    }
}
