package io.falconer.policy;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the controls of a policy. */
final class ControlsReader {
    private final SourceFile source;
    private final MappingReader spec;
    private final Map<String, ControlKind> kinds;
    private final Set<String> seen = new HashSet<>();

    /** @param kinds the kinds that rule templates define, by name */
    ControlsReader(SourceFile source, MappingReader spec, Map<String, ControlKind> kinds) {
        this.source = source;
        this.spec = spec;
        this.kinds = kinds;
    }

    List<Control> read() {
        new PolicyValueReader(spec).notEmpty("controls");
        List<Control> controls = new ArrayList<>();
        for (MappingReader control : spec.mappings("controls")) {
            control.require("kind");
            Optional<Located<String>> kind = control.string("kind");
            if (kind.isPresent() && isAvailable(control, kind.get())) {
                controls.add(control(control, kind.get()));
                control.finish();
            }
        }
        return controls;
    }

    private boolean isAvailable(MappingReader control, Located<String> kind) {
        String name = kind.value();
        Span place = kind.span();
        if (BuiltInKind.of(name).isEmpty() && !kinds.containsKey(name)) {
            Set<String> known = new TreeSet<>(kinds.keySet());
            known.addAll(BuiltInKind.ids());
            control.error(place, "unknown-kind", "unknown control kind \"" + name + "\"", Nearest.hint(name, known));
            return false;
        }
        if (!seen.add(name)) {
            control.error(
                    place,
                    "duplicate-control",
                    "the policy already has a " + name + " control",
                    "merge the two, or move the second to another policy: their rules would have the same names");
        }
        return true;
    }

    private Control control(MappingReader control, Located<String> kind) {
        PolicyValueReader values = new PolicyValueReader(control);
        Scope scope = new Scope(values.match(), values.priority(), values.tags(), new Location(source, kind.span()));
        return BuiltInKind.of(kind.value())
                .map(builtIn -> control(builtIn, control, scope))
                .orElseGet(() -> new TemplateControlReader(control, Objects.requireNonNull(kinds.get(kind.value())))
                        .read(scope));
    }

    private Control control(BuiltInKind kind, MappingReader control, Scope scope) {
        return switch (kind) {
            case RESOURCE_LIMITS -> new ResourceLimitsReader(control).read(scope);
            case ALLOWED_IMAGES -> new AllowedImagesReader(control).read(scope);
            case LISTENING_SOCKETS -> new ListeningSocketsReader(control).read(scope);
        };
    }
}
