package io.falconer.plan;

import io.falconer.policy.AllowedImages;
import io.falconer.policy.Argument;
import io.falconer.policy.Control;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.ListeningSockets.Listener;
import io.falconer.policy.ResourceLimits;
import io.falconer.policy.TemplateControl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a control, as arguments for its template. */
public final class ControlArguments {
    private ControlArguments() {}

    /** The arguments by the names of their parameters. */
    public static Map<String, Argument> of(Control control) {
        return switch (control) {
            case ResourceLimits limits ->
                Map.of(
                        "limits",
                        new Argument.Quantities(limits.limits()),
                        "requests",
                        new Argument.Quantities(limits.requests()));
            case AllowedImages images ->
                Map.of(
                        "allow",
                        new Argument.Entries(images.allow().stream()
                                .map(ControlArguments::allowance)
                                .toList()),
                        "requireDigest",
                        new Argument.Flag(images.requireDigest()),
                        "denyTags",
                        new Argument.Tags(images.denyTags()));
            case TemplateControl other -> other.arguments();
            case ListeningSockets sockets ->
                Map.of(
                        "containersOnly",
                        new Argument.Flag(sockets.containersOnly()),
                        "allow",
                        new Argument.Entries(sockets.allow().stream()
                                .map(ControlArguments::listener)
                                .toList()));
        };
    }

    private static Map<String, Argument> allowance(AllowedImages.Allowance allowance) {
        return Map.of(
                "namespaces", new Argument.Globs(allowance.namespaces()),
                "images", new Argument.Images(allowance.images()));
    }

    private static Map<String, Argument> listener(Listener listener) {
        Map<String, Argument> columns = new HashMap<>();
        listener.namespace().ifPresent(glob -> columns.put("namespace", new Argument.Globs(List.of(glob))));
        listener.image().ifPresent(image -> columns.put("image", new Argument.Images(List.of(image))));
        listener.process().ifPresent(process -> columns.put("process", new Argument.Text(process)));
        if (!listener.ports().isEmpty()) {
            columns.put("ports", new Argument.Numbers(listener.ports()));
        }
        return columns;
    }
}
