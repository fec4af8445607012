package io.falconer.exception;

import static io.falconer.exception.NamespaceWords.quoted;

import io.falconer.policy.ExceptionKey;
import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.PolicyException;
import java.util.List;
import java.util.Optional;

/** What an exception of a policy silences, in words. */
final class MatchWords {
    private final PolicyException exception;
    private final ExceptionMatch match;

    MatchWords(PolicyException exception) {
        this.exception = exception;
        this.match = exception.match();
    }

    /** The namespaces that limit it, as globs; empty if none do. */
    static List<String> namespaces(PolicyException exception) {
        return exception.match().namespace().map(List::of).orElseGet(() -> exception
                .team()
                .map(team -> team.namespaces())
                .orElse(List.of()));
    }

    /** What it silences of a check whose events contain {@code keys}. */
    String of(List<ExceptionKey> keys) {
        if (keys.contains(ExceptionKey.PROCESS)) {
            return "every process" + named(match.process()) + by(match.user(), " of user ")
                    + image(" in containers of ") + namespaces();
        }
        if (keys.contains(ExceptionKey.IMAGE)) {
            boolean container = exception.team().isEmpty() && match.image().isPresent();
            return (container
                            ? "every container" + image(" of ") + (account().isEmpty() ? "" : " in a pod")
                            : "every pod")
                    + account()
                    + (container ? "" : image(" whose containers all run "))
                    + namespaces()
                    + by(match.user(), ", requested by ");
        }
        if (keys.contains(ExceptionKey.SERVICE_ACCOUNT)) {
            return "every request of "
                    + match.serviceAccount()
                            .map(name -> "service account " + quoted(name))
                            .orElse("service accounts")
                    + by(match.user(), " as user ")
                    + namespaces();
        }
        return "every object" + namespaces() + by(match.user(), ", changed by ");
    }

    private String account() {
        return by(match.serviceAccount(), " of service account ");
    }

    private String image(String before) {
        return match.image().map(image -> before + quoted(image.toString())).orElse("");
    }

    private String namespaces() {
        String in = NamespaceWords.in(namespaces(exception));
        return in.isEmpty() ? "" : " " + in;
    }

    private static String named(Optional<String> name) {
        return name.map(text -> " " + quoted(text)).orElse("");
    }

    private static String by(Optional<String> name, String before) {
        return name.map(text -> before + quoted(text)).orElse("");
    }

    /** The sentences about several checks as one. */
    static String joined(List<String> sentences) {
        return String.join(", and ", sentences.stream().distinct().toList());
    }
}
