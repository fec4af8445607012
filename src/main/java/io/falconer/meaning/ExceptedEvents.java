package io.falconer.meaning;

import io.falconer.language.TooLarge;
import io.falconer.model.Statement;
import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.PolicyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which events exceptions except, by what events of one kind show. An exception that names something that the events do not show
 * matches none of them.
 */
interface ExceptedEvents {
    /** One of the globs matches the namespace. */
    Statement inNamespaces(List<String> globs) throws TooLarge;

    /** This user does it. */
    Statement byUser(String name) throws TooLarge;

    /** This service account does it. */
    default Optional<Statement> byAccount(String name) throws TooLarge {
        return Optional.empty();
    }

    /** This process does it. */
    default Optional<Statement> byProcess(String name) throws TooLarge {
        return Optional.empty();
    }

    /** A container with such an image does it. */
    default Optional<Statement> byImage(ImagePattern image) throws TooLarge {
        return Optional.empty();
    }

    /** One of the exceptions from a check matches. */
    default Statement excepted(List<PolicyException> holding, String kind, String check) throws TooLarge {
        List<Statement> any = new ArrayList<>();
        for (PolicyException exception : holding) {
            if (exception.covers(kind, check)) {
                matched(exception).ifPresent(any::add);
            }
        }
        return new Statement.Any(any);
    }

    private Optional<Statement> matched(PolicyException exception) throws TooLarge {
        ExceptionMatch match = exception.match();
        List<Optional<Statement>> parts = new ArrayList<>();
        parts.add(Optional.of(where(exception)));
        if (match.process().isPresent()) {
            parts.add(byProcess(match.process().get()));
        }
        if (match.serviceAccount().isPresent()) {
            parts.add(byAccount(match.serviceAccount().get()));
        }
        if (match.image().isPresent()) {
            parts.add(byImage(match.image().get()));
        }
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Statement.All(
                        parts.stream().map(Optional::orElseThrow).toList()))
                : Optional.empty();
    }

    /** The namespace and the user are those of an exception. All events show them. */
    default Statement where(PolicyException exception) throws TooLarge {
        List<Statement> parts = new ArrayList<>();
        if (exception.team().isPresent()) {
            parts.add(inNamespaces(exception.team().get().namespaces()));
        }
        if (exception.match().namespace().isPresent()) {
            parts.add(inNamespaces(List.of(exception.match().namespace().get())));
        }
        if (exception.match().user().isPresent()) {
            parts.add(byUser(exception.match().user().get()));
        }
        return new Statement.All(parts);
    }
}
