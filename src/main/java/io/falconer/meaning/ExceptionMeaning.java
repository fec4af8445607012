package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.policy.PolicyException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the exceptions from a check of pods mean. One for an image excepts the containers that run it, others except the whole
 * pod.
 */
final class ExceptionMeaning {
    private final List<PolicyException> exceptions;
    private final Map<PolicyException, Automaton> images = new HashMap<>();
    private final Map<PolicyException, Automaton> accounts = new HashMap<>();
    private final Map<PolicyException, Statement> others = new HashMap<>();

    /** @param holding the policy's exceptions that have not expired */
    ExceptionMeaning(List<PolicyException> holding, String kind, String check) throws TooLarge {
        // Audit events have no process, so an exception that names one matches none of them.
        this.exceptions = holding.stream()
                .filter(exception -> exception.covers(kind, check)
                        && exception.match().process().isEmpty())
                .toList();
        for (PolicyException exception : exceptions) {
            others.put(exception, new Objects().where(exception));
            if (exception.match().serviceAccount().isPresent()) {
                accounts.put(
                        exception,
                        Texts.of(exception.match().serviceAccount().stream().toList()));
            }
            if (exception.match().image().isPresent()) {
                images.put(
                        exception,
                        ImageMeaning.of(exception.match().image().stream().toList()));
            }
        }
    }

    /** The whole pod is excepted. */
    Statement pod(Leaf spec) {
        List<Statement> any = new ArrayList<>();
        for (PolicyException exception : exceptions) {
            if (!images.containsKey(exception)) {
                any.add(Statement.all(beside(exception, spec)));
            }
        }
        return new Statement.Any(any);
    }

    /** The container is excepted. */
    Statement container(Leaf spec, Leaf container) {
        List<Statement> any = new ArrayList<>();
        for (PolicyException exception : exceptions) {
            Automaton image = images.get(exception);
            if (image != null) {
                any.add(Statement.all(beside(exception, spec), new Statement.Within(container.at("image"), image)));
            }
        }
        return new Statement.Any(any);
    }

    /** The whole pod is excepted from a check of its own settings, which an exception for an image is if all containers run it. */
    Statement settings(JudgedPods pods, int most) {
        return Statement.any(pod(pods.spec()), images(pods, most));
    }

    /** One exception excepts all containers of the pod, of which each list has one more than {@code most}. */
    Statement images(JudgedPods pods, int most) {
        List<Statement> any = new ArrayList<>();
        for (PolicyException exception : exceptions) {
            Automaton image = images.get(exception);
            if (image != null) {
                Leaf shown = pods.areCreated()
                        ? pods.spec().at(ContainerCheck.CONTAINERS).at(0)
                        : pods.spec();
                List<Statement> all =
                        new ArrayList<>(List.of(beside(exception, pods.spec()), new Statement.Present(shown)));
                for (String family : ContainerCheck.ALL) {
                    for (int i = 0; i <= most; i++) {
                        Leaf runs = pods.spec().at(family).at(i).at("image");
                        all.add(Statement.any(
                                Statement.not(new Statement.Present(runs)), new Statement.Within(runs, image)));
                    }
                }
                any.add(new Statement.All(all));
            }
        }
        return new Statement.Any(any);
    }

    /** A request for another object is excepted. Its event shows no image, account of a pod or process. */
    static Statement object(List<PolicyException> holding, String kind, String check) throws TooLarge {
        return new Objects().excepted(holding, kind, check);
    }

    /** Requests, by the namespace of their object and their user. */
    private record Objects() implements ExceptedEvents {
        @Override
        public Statement inNamespaces(List<String> globs) throws TooLarge {
            return NamespaceMeaning.oneOf(globs);
        }

        @Override
        public Statement byUser(String name) throws TooLarge {
            return new Statement.Within(Leaf.ROOT.at("user", "username"), Texts.of(List.of(name)));
        }
    }

    private Statement beside(PolicyException exception, Leaf spec) {
        Statement other = others.getOrDefault(exception, Statement.all());
        Automaton account = accounts.get(exception);
        return account == null
                ? other
                : Statement.all(other, new Statement.Within(spec.at("serviceAccountName"), account));
    }
}
