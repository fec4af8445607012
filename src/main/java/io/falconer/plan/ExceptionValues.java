package io.falconer.plan;

import io.falconer.field.EventSource;
import io.falconer.policy.ExceptionKey;
import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.PolicyException;
import io.falconer.template.BoundRule;
import io.falconer.template.Checks;
import io.falconer.template.ImageChecks;
import io.falconer.template.RuleSubject;
import java.util.List;
import java.util.Optional;

/** The values for the columns of an exception. Each value is literal, whatever it contains. */
final class ExceptionValues {
    private ExceptionValues() {}

    /** The alternatives for one column. */
    static List<String> of(ExceptionKey key, PolicyException exception, BoundRule rule) {
        ExceptionMatch match = exception.match();
        return switch (key) {
            case NAMESPACE -> accounts(rule) ? named(namespaces(exception), ":*") : namespaces(exception);
            case USER -> text(match.user());
            case PROCESS -> text(match.process());
            case SERVICE_ACCOUNT ->
                accounts(rule)
                        ? named(
                                List.of("*:"),
                                match.serviceAccount().map(Checks::globOf).orElse(""))
                        : text(match.serviceAccount());
            case IMAGE ->
                match.image().stream()
                        .flatMap(image -> images(image, rule).stream())
                        .toList();
        };
    }

    private static boolean accounts(BoundRule rule) {
        return rule.judged() == RuleSubject.ACCOUNTS;
    }

    /** Globs for the user names of service accounts. */
    private static List<String> named(List<String> globs, String end) {
        return globs.stream().map(glob -> NamespaceTerms.ACCOUNT + glob + end).toList();
    }

    private static List<String> namespaces(PolicyException exception) {
        return exception.match().namespace().map(List::of).orElseGet(() -> exception.team().stream()
                .flatMap(team -> team.namespaces().stream())
                .toList());
    }

    private static List<String> text(Optional<String> text) {
        return text.map(Checks::globOf).stream().toList();
    }

    private static List<String> images(ImagePattern image, BoundRule rule) {
        if (rule.source() == EventSource.K8S_AUDIT) {
            return List.of(ImagesInObject.all(ImageChecks.regex(image)));
        }
        boolean anyTag = image.digest().isPresent() && image.tag().isEmpty();
        return anyTag ? List.of(ImageChecks.regex(image)) : ImageChecks.globs(image);
    }
}
