package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.RbacLists;
import io.falconer.model.Statement;
import io.falconer.policy.View;
import java.util.List;

/** What the checks of ServiceAccounts forbid. */
final class ServiceAccountMeaning {
    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final List<String> BINDINGS = List.of("rolebindings", "clusterrolebindings");

    private ServiceAccountMeaning() {}

    /** A pod does not disable the mount of a token. */
    static KindMeaning.OfPod tokenAutomount() throws TooLarge {
        Automaton off = Texts.of(List.of("false"));
        return pods -> Statement.not(new Statement.Within(pods.spec().at("automountServiceAccountToken"), off));
    }

    /**
     * A pod runs as {@code default}, by name or because it names no account. {@code serviceAccount} is the old name of
     * {@code serviceAccountName}, and counts if that is empty (conversion of PodSpec in Kubernetes).
     */
    static KindMeaning.OfPod defaultServiceAccount() throws TooLarge {
        Automaton byName = Texts.of(List.of("default"));
        Automaton named = Texts.of(List.of("", "null")).complement();
        return pods -> {
            Leaf name = pods.spec().at("serviceAccountName");
            Leaf old = pods.spec().at("serviceAccount");
            Statement isNamed = new Statement.Within(name, named);
            return Statement.any(
                    new Statement.Within(name, byName),
                    Statement.all(
                            Statement.not(isNamed),
                            Statement.any(
                                    new Statement.Within(old, byName),
                                    Statement.not(new Statement.Within(old, named)))));
        };
    }

    /** A binding with a default service account among its subjects is created or changed. */
    static Statement defaultBinding(View view) throws TooLarge {
        Automaton withDefault = RbacLists.withAccount("default");
        return ChangedObjects.of(
                BINDINGS, GROUP, view, object -> new Statement.Within(object.at("subjects"), withDefault));
    }

    /** A binding to one of {@code roles} is created. An update or patch creates it if the answer is 201 (Created). */
    static Statement privilegedBinding(View view, List<String> roles) throws TooLarge {
        return Statement.all(
                LoggedRequests.accepted(List.of("create", "update", "patch"), BINDINGS),
                LoggedRequests.inGroups(List.of(GROUP)),
                Statement.any(
                        LoggedRequests.is(LoggedRequests.VERB, List.of("create")),
                        LoggedRequests.is(LoggedRequests.STATUS, List.of("201"))),
                LoggedRequests.is(new Leaf(view.path()).at("roleRef", "name"), roles));
    }

    /** A role with a wildcard is created or changed. */
    static Statement wildcardRole(View view) throws TooLarge {
        Automaton withWildcard = RbacLists.withWildcard();
        return ChangedObjects.of(
                List.of("roles", "clusterroles"),
                GROUP,
                view,
                object -> new Statement.Within(object.at("rules"), withWildcard));
    }

    /** The API server refused a request of a service account outside kube-system. */
    static Statement forbiddenRequest() throws TooLarge {
        return Statement.all(
                LoggedRequests.answered(),
                LoggedRequests.is(LoggedRequests.STATUS, List.of("403")),
                AccountMeaning.outsideKubeSystem());
    }
}
