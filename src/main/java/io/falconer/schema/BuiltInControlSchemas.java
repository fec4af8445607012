package io.falconer.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.AllowedImages;
import io.falconer.policy.BuiltInKind;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.ResourceLimits;
import java.util.List;

/** The schemas of the kinds that Falconer reads itself, without a template. */
final class BuiltInControlSchemas {
    private static final String PORT = "[0-9]{1,5}";

    private BuiltInControlSchemas() {}

    static ObjectNode schema(BuiltInKind kind) {
        return switch (kind) {
            case RESOURCE_LIMITS -> resourceLimits();
            case ALLOWED_IMAGES -> allowedImages();
            case LISTENING_SOCKETS -> listeningSockets();
        };
    }

    private static ObjectNode resourceLimits() {
        return ControlSchemas.of(
                        ResourceLimits.KIND,
                        "Every container has limits and requests, none is zero, and none is above its maximum.")
                .optional("limits", resources(), "The limits that every container must have.")
                .optional("requests", resources(), "The requests that every container must have.")
                .oneOfThem(List.of(Shapes.given("limits"), Shapes.given("requests")))
                .node();
    }

    private static ObjectNode resources() {
        ObjectSchema maximums = new ObjectSchema();
        ResourceLimits.RESOURCES.forEach(
                resource -> maximums.may(resource, PolicyShapes.quantity(), "The maximum, such as 500m, 2 or 4Gi."));
        return PolicyShapes.quantities(Shapes.choice(ResourceLimits.RESOURCES), maximums.node());
    }

    private static ObjectNode allowedImages() {
        ObjectNode allowance = new ObjectSchema()
                .required(
                        "images",
                        Shapes.filledList(PolicyShapes.image()),
                        "The images: repo, repo:tag, repo@digest or prefix/*.")
                .optional(
                        "namespaces",
                        Shapes.filledList(PolicyShapes.glob()),
                        "Globs for the namespaces in which they may run. Absent: all.")
                .node();
        return ControlSchemas.of(AllowedImages.KIND, "Containers run only allowed images.")
                .optional(
                        "allow",
                        Shapes.filledList(allowance),
                        "Which images may run where. A namespace that the policy applies to but no entry names may run"
                                + " nothing.")
                .optional(
                        "requireDigest",
                        Shapes.flag(),
                        "Whether every image must have a digest.",
                        JsonNodeFactory.instance.booleanNode(false))
                .optional(
                        "denyTags",
                        Shapes.filledList(PolicyShapes.imageTag()),
                        "Tags that no image may have. An image with neither tag nor digest has the tag latest.")
                .oneOfThem(List.of(
                        Shapes.given("allow"), Shapes.given("denyTags"), Shapes.given("requireDigest", unset())))
                .node();
    }

    private static ObjectNode unset() {
        ObjectNode unset = Shapes.any();
        unset.putArray("enum").add(false).addNull();
        return unset;
    }

    private static ObjectNode listeningSockets() {
        ObjectNode port = Shapes.digits(1, ListeningSockets.HIGHEST_PORT, PORT);
        ObjectNode listener = new ObjectSchema()
                .optional("namespace", PolicyShapes.glob(), "A glob for the namespace. Absent: any.")
                .optional("image", PolicyShapes.image(), "The image: repo or prefix/*. Absent: any.")
                .optional("process", PolicyShapes.constant(), "The name of the process. Absent: any.")
                .optional("ports", Shapes.filledList(port), "The ports. Absent: any.")
                .filled()
                .node();
        return ControlSchemas.of(ListeningSockets.KIND, "Processes listen only on expected sockets.")
                .optional(
                        "containersOnly",
                        Shapes.flag(),
                        "Whether rules ignore processes of the host.",
                        JsonNodeFactory.instance.booleanNode(true))
                .optional("allow", Shapes.filledList(listener), "The expected listeners. Absent: none.")
                .node();
    }
}
