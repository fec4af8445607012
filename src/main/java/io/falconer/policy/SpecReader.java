package io.falconer.policy;

import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Version;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a policy's spec. */
final class SpecReader {
    private final SourceFile source;
    private final MappingReader spec;
    private final Map<String, ControlKind> kinds;
    private final PolicyValueReader values;

    SpecReader(SourceFile source, MappingReader spec, Map<String, ControlKind> kinds) {
        this.kinds = kinds;
        this.source = source;
        this.spec = spec;
        this.values = new PolicyValueReader(spec);
    }

    Optional<Policy> read(String name) {
        spec.require("controls");
        NamespaceMatch match = values.match();
        List<Falco> falco = values.falco();
        Map<String, Version> plugins = values.plugins();
        Priority priority = values.priority().orElse(Priority.WARNING);
        List<String> tags = values.tags();
        View view = spec.choice("view", View.byId()).map(Located::value).orElse(View.REQUEST);
        Set<Target> targets = targets();
        int maxContainers = spec.integer("maxContainers", 1, Policy.MOST_CONTAINERS)
                .map(Located::value)
                .orElse(Policy.DEFAULT_MAX_CONTAINERS);
        List<Control> controls = new ControlsReader(source, spec, kinds).read();
        List<Team> teams = new TeamsReader(spec).read();
        List<PolicyException> exceptions = new ExceptionsReader(source, spec, controls, teams, match).read();
        spec.finish();
        return Optional.of(new Policy(
                source,
                name,
                match,
                falco,
                plugins,
                priority,
                tags,
                view,
                targets,
                maxContainers,
                controls,
                teams,
                exceptions));
    }

    private Set<Target> targets() {
        List<Located<Target>> given = spec.choices("targets", Target.byId());
        values.notEmpty("targets");
        Set<Target> targets = EnumSet.noneOf(Target.class);
        given.forEach(target -> targets.add(target.value()));
        return targets.isEmpty() ? EnumSet.of(Target.PODS) : targets;
    }
}
