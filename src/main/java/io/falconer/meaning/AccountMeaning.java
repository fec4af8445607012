package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Patterns;
import io.falconer.model.Statement;
import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.PolicyException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a policy says of the service account that makes a request. Kubernetes calls it
 * {@code system:serviceaccount:NAMESPACE:NAME}.
 */
final class AccountMeaning {
    private static final Leaf USER = Leaf.ROOT.at("user", "username");
    private static final String ACCOUNT = "system:serviceaccount:";
    private static final String ANY = "[^:]*";

    private AccountMeaning() {}

    /** An account outside kube-system. */
    static Statement outsideKubeSystem() throws TooLarge {
        return Statement.all(named(ANY, ANY), Statement.not(named("kube-system", ANY)));
    }

    /** A policy or control with this match applies to the namespace of the account. */
    static Statement in(NamespaceMatch match) throws TooLarge {
        Statement included = match.include().isEmpty() ? Statement.all() : ofNamespaces(match.include());
        Statement excluded = match.exclude().isEmpty() ? Statement.any() : ofNamespaces(match.exclude());
        return Statement.all(included, Statement.not(excluded));
    }

    /** A request of the account is excepted. Its event names no image or process. */
    static Statement excepted(List<PolicyException> holding, String kind, String check) throws TooLarge {
        List<Statement> any = new ArrayList<>();
        for (PolicyException exception : holding) {
            ExceptionMatch match = exception.match();
            if (match.image().isEmpty() && match.process().isEmpty() && exception.covers(kind, check)) {
                any.add(excepted(exception, match));
            }
        }
        return new Statement.Any(any);
    }

    private static Statement excepted(PolicyException exception, ExceptionMatch match) throws TooLarge {
        List<Statement> parts = new ArrayList<>();
        if (exception.team().isPresent()) {
            parts.add(ofNamespaces(exception.team().get().namespaces()));
        }
        if (match.namespace().isPresent()) {
            parts.add(ofNamespaces(List.of(match.namespace().get())));
        }
        if (match.user().isPresent()) {
            parts.add(new Statement.Within(USER, Texts.of(List.of(match.user().get()))));
        }
        if (match.serviceAccount().isPresent()) {
            parts.add(named(ANY, Patterns.literal(match.serviceAccount().get())));
        }
        return new Statement.All(parts);
    }

    private static Statement ofNamespaces(List<String> globs) throws TooLarge {
        return named(globs.stream().map(AccountMeaning::regex).collect(Collectors.joining("|", "(", ")")), ANY);
    }

    private static Statement named(String namespace, String name) throws TooLarge {
        Automaton users = Patterns.language(ACCOUNT + namespace + ":" + name);
        return new Statement.Within(USER, users);
    }

    /** The names that a glob of namespaces matches. */
    private static String regex(String glob) {
        return glob.replace("[!", "[^:").replace("*", ANY).replace("?", "[^:]");
    }
}
