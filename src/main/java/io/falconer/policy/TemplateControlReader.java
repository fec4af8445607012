package io.falconer.policy;

import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a control whose kind a rule template defines: its parameters, and nothing else. */
final class TemplateControlReader {
    private final MappingReader control;
    private final ControlKind kind;
    private final Map<String, Argument> arguments = new LinkedHashMap<>();

    TemplateControlReader(MappingReader control, ControlKind kind) {
        this.control = control;
        this.kind = kind;
    }

    TemplateControl read(Scope scope) {
        kind.parameters().forEach((name, parameter) -> new ArgumentReader(control)
                .read(name, parameter)
                .ifPresent(argument -> arguments.put(name, argument)));
        TemplateControl read = new TemplateControl(scope, kind, arguments, chosen());
        boolean wrong = kind.chooser().filter(control::has).isPresent()
                || kind.profile().filter(control::has).isPresent();
        if (read.checks().isEmpty() && !wrong) {
            control.error(
                    scope.place().span(),
                    "nothing-to-check",
                    "this " + kind.name() + " control checks nothing",
                    "it requires at least one of "
                            + String.join(", ", kind.parameters().keySet()));
        }
        return read;
    }

    /** The checks of the profile and the named checks; all checks if a kind without profiles names none. */
    private Optional<List<String>> chosen() {
        if (kind.chooser().isEmpty() && kind.profile().isEmpty()) {
            return Optional.empty();
        }
        Set<String> chosen = new LinkedHashSet<>();
        Optional<Located<String>> profile = kind.profile().flatMap(name -> control.choice(name, profiles()));
        kind.profiles()
                .keySet()
                .forEach(each -> arguments.put(
                        each,
                        new Argument.Flag(
                                profile.map(Located::value).filter(each::equals).isPresent())));
        profile.ifPresent(given -> chosen.addAll(kind.profiles().getOrDefault(given.value(), List.of())));
        Optional<String> chooser = kind.chooser().filter(control::has);
        if (chooser.isPresent()) {
            new PolicyValueReader(control).notEmpty(chooser.get());
            control.choices(chooser.get(), checks()).forEach(check -> chosen.add(check.value()));
        } else if (kind.profile().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(List.copyOf(chosen));
    }

    private Map<String, String> profiles() {
        Map<String, String> profiles = new LinkedHashMap<>();
        kind.profiles().keySet().forEach(name -> profiles.put(name, name));
        return profiles;
    }

    private Map<String, String> checks() {
        List<String> names = new ArrayList<>();
        kind.checks().forEach(check -> names.addAll(check.names(arguments)));
        Map<String, String> checks = new LinkedHashMap<>();
        names.forEach(name -> checks.put(name, name));
        return checks;
    }
}
