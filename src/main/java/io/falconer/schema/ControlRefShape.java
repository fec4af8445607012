package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.AllowedImages;
import io.falconer.policy.AllowedImages.Allowance;
import io.falconer.policy.BuiltInKind;
import io.falconer.policy.Control;
import io.falconer.policy.ControlKind;
import io.falconer.policy.ControlKind.ControlCheck;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.RequiredResource;
import io.falconer.policy.ResourceLimits;
import io.falconer.policy.Scope;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The controls and checks that exceptions may name: {@code Kind} or {@code Kind/check}. */
final class ControlRefShape {
    private final Set<String> names = new LinkedHashSet<>();
    /** Kinds with a check for each key that a policy gives. The names of their checks are not known in advance. */
    private final List<String> open = new ArrayList<>();

    ControlRefShape(Map<String, ControlKind> kinds) {
        for (BuiltInKind kind : BuiltInKind.values()) {
            names.add(kind.id());
            withEveryCheck(kind).checks().forEach(check -> names.add(kind.id() + "/" + check));
        }
        new TreeMap<>(kinds)
                .values().stream()
                        .filter(kind -> BuiltInKind.of(kind.name()).isEmpty())
                        .forEach(this::add);
    }

    private void add(ControlKind kind) {
        names.add(kind.name());
        for (ControlCheck check : kind.checks()) {
            if (check.each().isPresent()) {
                open.add(kind.name());
            } else {
                names.add(kind.name() + "/" + ControlKind.nameOf(check.words()));
            }
        }
    }

    ObjectNode shape() {
        ObjectNode known = Shapes.choice(List.copyOf(names));
        return open.isEmpty()
                ? known
                : Shapes.anyOf(List.of(known, Shapes.string("(?:" + String.join("|", open) + ")/.+")));
    }

    /** A control that requests everything its kind can check. */
    private static Control withEveryCheck(BuiltInKind kind) {
        Scope scope = new Scope(
                NamespaceMatch.ALL, Optional.empty(), List.of(), new Location(SourceFile.of("", ""), Span.at(0)));
        List<RequiredResource> asks = ResourceLimits.RESOURCES.stream()
                .map(resource -> new RequiredResource(resource, Optional.empty()))
                .toList();
        return switch (kind) {
            case RESOURCE_LIMITS -> new ResourceLimits(scope, asks, asks);
            case ALLOWED_IMAGES ->
                new AllowedImages(scope, List.of(new Allowance(List.of(), List.of())), true, List.of("latest"));
            case LISTENING_SOCKETS -> new ListeningSockets(scope, true, List.of());
        };
    }
}
