package io.falconer.policy;

import io.falconer.text.Span;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks what an exception reaches: not everything, not nothing, and nothing outside its team. */
final class ExceptionReach {
    private final MappingReader entry;
    private final List<Control> controls;
    private final NamespaceMatch judged;

    ExceptionReach(MappingReader entry, List<Control> controls, NamespaceMatch judged) {
        this.entry = entry;
        this.controls = controls;
        this.judged = judged;
    }

    /** Reports the errors. {@code place} is the exception's name. */
    void validate(Span place, List<ControlRef> refs, ExceptionMatch match, Optional<Team> team) {
        if (isUnlimited()) {
            entry.error(
                    place,
                    "bad-exception",
                    "an exception without \"match\" and \"team\" would disable the rule",
                    "add \"match\" or \"team\", or leave the check out of the control");
        }
        validateKeys(refs, match);
        match.namespace().ifPresent(namespace -> {
            validateNamespace(namespace);
            team.ifPresent(known -> validateConfined(known, namespace));
        });
    }

    private boolean isUnlimited() {
        boolean matches = entry.node("match")
                .filter(node -> !(node instanceof YamlNode.Mapping match
                        && match.entries().isEmpty()))
                .isPresent();
        return !matches && !entry.has("team");
    }

    /** If the events of a control do not contain what the exception names, the exception could never match. */
    private void validateKeys(List<ControlRef> refs, ExceptionMatch match) {
        for (ControlRef ref : refs) {
            for (Control control : controls) {
                for (ExceptionKey key : match.keys()) {
                    if (control.kind().equals(ref.kind())
                            && checks(control, ref).noneMatch(check -> control.exceptionKeys(check)
                                    .contains(key))) {
                        entry.error(
                                matchPlace(),
                                "bad-exception",
                                "the events of " + ref + " do not contain a " + key.id(),
                                "this exception would match nothing; use another control or another key");
                    }
                }
            }
        }
    }

    private static Stream<String> checks(Control control, ControlRef ref) {
        return control.checks().stream().filter(check -> ref.covers(control.kind(), check));
    }

    private void validateNamespace(String namespace) {
        if (Namespaces.isLiteral(namespace) && !judged.matches(namespace)) {
            entry.error(
                    matchPlace(),
                    "bad-exception",
                    "the policy does not apply to the namespace \"" + namespace + "\"",
                    "this exception would match nothing");
        }
    }

    private void validateConfined(Team team, String namespace) {
        boolean within = Namespaces.isLiteral(namespace)
                ? NamespaceMatch.anyMatches(team.namespaces(), namespace)
                : team.namespaces().contains(namespace);
        if (!within) {
            entry.error(
                    matchPlace(),
                    "bad-exception",
                    "\"" + namespace + "\" is outside the namespaces of team \"" + team.name() + "\"",
                    "they are " + String.join(", ", team.namespaces())
                            + "; without a namespace, the exception applies to all of them");
        }
    }

    private Span matchPlace() {
        return entry.node("match").map(YamlNode::span).orElse(entry.span());
    }
}
