package io.falconer.proof;

import io.falconer.policy.Control;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.Policy;
import io.falconer.template.BoundRule;
import io.falconer.template.RuleSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Names of namespaces for proofs. */
public final class NamespaceSamples {
    private static final List<String> USUAL =
            List.of("default", "payments", "team-a", "production", "web", "elsewhere");

    private NamespaceSamples() {}

    /**
     * A namespace that the control applies to and for which {@code also} holds. It prefers names that {@code globs} suggest.
     */
    public static Optional<String> judged(Policy policy, Control control, List<String> globs, Predicate<String> also) {
        List<String> candidates = new ArrayList<>();
        globs.forEach(glob -> candidates.addAll(names(glob)));
        control.scope().match().include().forEach(glob -> candidates.addAll(names(glob)));
        policy.match().include().forEach(glob -> candidates.addAll(names(glob)));
        candidates.addAll(USUAL);
        return candidates.stream()
                .filter(name ->
                        policy.match().matches(name) && control.scope().match().matches(name))
                .filter(also)
                .findFirst();
    }

    /** Whether the accounts of the namespace are those of the control plane, whose requests are never violations. */
    static boolean isOfControlPlane(BoundRule rule, String namespace) {
        return rule.judged() == RuleSubject.ACCOUNTS && namespace.equals("kube-system");
    }

    /** A namespace that the control does not apply to. */
    static Optional<String> outside(Policy policy, Control control) {
        List<String> candidates = new ArrayList<>();
        for (NamespaceMatch match : List.of(control.scope().match(), policy.match())) {
            match.exclude().forEach(glob -> candidates.addAll(names(glob)));
            match.include().forEach(glob -> names(glob).forEach(name -> candidates.add("not-" + name)));
        }
        candidates.addAll(USUAL);
        return candidates.stream()
                .filter(name -> !policy.match().matches(name)
                        || !control.scope().match().matches(name))
                .findFirst();
    }

    /** Names that match the glob. */
    static List<String> names(String glob) {
        List<String> names = new ArrayList<>();
        for (String filler : List.of("a", "x1", "0")) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < glob.length(); i++) {
                char c = glob.charAt(i);
                if (c == '[') {
                    int end = glob.indexOf(']', i);
                    name.append(glob.charAt(i + 1) == '!' ? filler.charAt(0) : glob.charAt(i + 1));
                    i = end;
                } else {
                    name.append(c == '*' ? filler : c == '?' ? filler.substring(0, 1) : String.valueOf(c));
                }
            }
            names.add(name.toString());
        }
        return names.stream()
                .distinct()
                .filter(name -> NamespaceMatch.anyMatches(List.of(glob), name))
                .toList();
    }
}
