package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Patterns;
import io.falconer.model.Statement;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.PolicyException;
import java.util.List;
import java.util.Optional;
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
        return NamespaceMeaning.of(match, AccountMeaning::ofNamespaces);
    }

    /** A request of the account is excepted. Its event shows no image and no process. */
    static Statement excepted(List<PolicyException> holding, String kind, String check) throws TooLarge {
        return new Requests().excepted(holding, kind, check);
    }

    private record Requests() implements ExceptedEvents {
        @Override
        public Statement inNamespaces(List<String> globs) throws TooLarge {
            return ofNamespaces(globs);
        }

        @Override
        public Statement byUser(String name) throws TooLarge {
            return new Statement.Within(USER, Texts.of(List.of(name)));
        }

        @Override
        public Optional<Statement> byAccount(String name) throws TooLarge {
            return Optional.of(named(ANY, Patterns.literal(name)));
        }
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
